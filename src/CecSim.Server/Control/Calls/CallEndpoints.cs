using System.Globalization;
using CecSim.Control.Contracts;
using CecSim.Server.Control.Access;
using CecSim.Server.Gateway;
using CecSim.Server.Ladders;
using CecSim.Server.Phones;
using CecSim.Telephony.Capture;

using CallView = CecSim.Simulation.Calls.CallView;

namespace CecSim.Server.Control.Calls;

/// <summary>Calls: to look at, and to push events to.</summary>
internal static class CallEndpoints
{
    private const string AnyType = "application/octet-stream";

    public static void MapCalls(this IEndpointRouteBuilder space)
    {
        space.MapGet("/calls", List).WithSummary("List the calls that live and the last that ended");
        space.MapGet("/calls/{id:long}/media", Media).WithSummary("Tell what the gateway heard and saw of a call")
            .Refuses(ProblemCode.CallUnknown, ProblemCode.NoMedia);
        space.MapGet("/calls/{id:long}/media/agent", AgentMedia)
            .WithSummary("Tell what the gateway heard and saw of the agent's phone")
            .Refuses(ProblemCode.CallUnknown, ProblemCode.NoMedia);
        space.MapGet("/calls/{id:long}/ladder", Ladder)
            .WithSummary("Tell what passed between the parties of a call, over all protocols")
            .Refuses(ProblemCode.CallUnknown);
        space.MapGet("/calls/{id:long}/pcap", Pcap)
            .WithSummary("Take the SIP and the media of a call as a capture file for Wireshark")
            .Produces<System.IO.Stream>(StatusCodes.Status200OK, Pcapng.MediaType)
            .Refuses(ProblemCode.CallUnknown);
        space.MapGet("/calls/{id:long}/recordings/{mid}", Recording)
            .WithSummary("Take what the server has recorded of a call, to hear or to see it")
            .Produces<System.IO.Stream>(StatusCodes.Status200OK, AnyType)
            .Refuses(ProblemCode.CallUnknown, ProblemCode.NoRecording);
        space.MapPost("/calls/{id:long}/events", Push).WithSummary("Let an event come to a call")
            .Refuses(ProblemCode.CallUnknown, ProblemCode.CallOver);
    }

    /// <param name="text">Only calls whose user or id has it in it.</param>
    /// <param name="limit">So many at most, the latest; null for all.</param>
    internal static Results<Ok<CallList>, ProblemHttpResult> List(SpaceOfRoute space, string? text, int? limit)
    {
        if (limit < 0)
        {
            return ProblemCode.BadRequest.ToProblem($"limit is how many are told, 0 or more, not {limit}.");
        }

        var (calls, total) = space.Space.Calls.Latest(limit ?? int.MaxValue, text);
        return TypedResults.Ok(new CallList([.. calls.Select(CallMapping.ToContract)], total));
    }

    internal static Results<Ok<CallMedia>, ProblemHttpResult> Media(long id, SpaceOfRoute space)
    {
        if (Find(id, space) is not { } call)
        {
            return Unknown();
        }

        return call.Leg is GatewayCall leg
            ? TypedResults.Ok(leg.Report().ToContract(call.Id, call.Refusals, leg.Recording?.Report()))
            : ProblemCode.NoMedia.ToProblem(
                call.Refusals is [.., var last]
                    ? $"Its {last.Method} was refused with {last.Status}: {last.Why}"
                    : "No INVITE has come for it.");
    }

    internal static Results<Ok<CallMedia>, ProblemHttpResult> AgentMedia(long id, SpaceOfRoute space)
    {
        if (Find(id, space) is not { } call)
        {
            return Unknown();
        }

        return (call.AgentPhone as PhoneLeg)?.Report() is { } report
            ? TypedResults.Ok(report.ToContract(call.Id, [], recording: null))
            : ProblemCode.NoMedia.ToProblem("No agent has answered it at a phone.");
    }

    internal static Results<Ok<CallLadder>, ProblemHttpResult> Ladder(
        long id, SpaceOfRoute space, CallLadders ladders) =>
        Find(id, space) is { } call ? TypedResults.Ok(ladders.Of(space.Space, call)) : Unknown();

    /// <param name="decrypted">Media as they were meant, where they had passed sealed.</param>
    internal static Results<FileContentHttpResult, ProblemHttpResult> Pcap(
        long id, SpaceOfRoute space, bool? decrypted, CallCaptures captures, HttpResponse response)
    {
        if (Find(id, space) is not { } call)
        {
            return Unknown();
        }

        var (file, dropped) = captures.Of(space.Space, call, decrypted == true);
        response.Headers[ControlHeaders.DroppedPackets] = dropped.ToString(CultureInfo.InvariantCulture);
        return TypedResults.File(file, Pcapng.MediaType, $"call-{id}.pcapng");
    }

    /// <param name="mid">The m-line, or <c>both</c>: as the call's media tell its files.</param>
    internal static Results<PhysicalFileHttpResult, ProblemHttpResult> Recording(
        long id, string mid, SpaceOfRoute space)
    {
        if (Find(id, space) is not { } call)
        {
            return Unknown();
        }

        if ((call.Leg as GatewayCall)?.Recording?.Report() is not { } recording)
        {
            return ProblemCode.NoRecording.ToProblem("Nothing of it is recorded: serve --record-media DIR.");
        }

        // A WAV says how long it is only at its end.
        return recording.Files.FirstOrDefault(f => f.Mid == mid) is not { } file
            ? ProblemCode.NoRecording.ToProblem(
                $"It has no recording '{mid}'; those are {string.Join(", ", recording.Files.Select(f => f.Mid))}.")
            : !recording.IsClosed
                ? ProblemCode.NoRecording.ToProblem("It is written as long as the call has media.")
                : !File.Exists(file.Path)
                    ? ProblemCode.NoRecording.ToProblem("Somebody has removed its file.")
                    : TypedResults.PhysicalFile(
                        file.Path, TypeOf(file.Path), Path.GetFileName(file.Path), enableRangeProcessing: true);
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".wav" => "audio/wav",
        ".ogg" => "audio/ogg",
        _ => AnyType,
    };

    private static CallView? Find(long id, SpaceOfRoute space) =>
        space.Space.Calls.Find(id);

    private static ProblemHttpResult Unknown() =>
        ProblemCode.CallUnknown.ToProblem("It never was, or ended long ago.");

    internal static Results<NoContent, ProblemHttpResult> Push(long id, EventPush body, SpaceOfRoute space)
    {
        var (pushed, problem) = HandEvents.Read(body.Event, body.ResultDesc);
        return (problem ?? HandEvents.ProblemOf(space.Space.Calls.Push(id, pushed!))) is { } refused
            ? refused
            : TypedResults.NoContent();
    }
}
