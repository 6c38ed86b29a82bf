using System.Text.Json;
using CecSim.Server.Control.Access;
using CecSim.Server.Control.Problems;
using CecSim.Server.Control.Spaces;
using CecSim.Server.Listeners;
using CecSim.Server.Moments;
using CecSim.Server.Spaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CecSim.Server.Control.Moments;

/// <summary>A space to hand to a colleague, at the moment of a bug.</summary>
internal static class MomentEndpoints
{
    public static void MapMoments(this IEndpointRouteBuilder control)
    {
        control.MapGet("/spaces/{spaceName}/export", ExportAsync)
            .WithSummary("Export a space as it stands, with all that brought it there");
        control.MapPost("/import", ImportAsync)
            .WithSummary("Make an exported space again; its time stands");
    }

    internal static async Task<Results<Ok<Moment>, ProblemHttpResult>> ExportAsync(
        SpaceOfRoute space, MomentMaking moments, CancellationToken aborted)
    {
        var (moment, why) = await moments.ExportAsync(space.Hosted, aborted);
        if (moment is null)
        {
            return ControlRefusal.CannotBeRepeated.ToProblem(why!);
        }

        // What is given away is taken back: the same measure in both directions.
        var json = JsonSerializer.SerializeToUtf8Bytes(moment, ControlJson.Default.Moment);
        return json.Length <= Moment.BytesMax
            ? TypedResults.Ok(moment)
            : ControlRefusal.CannotBeRepeated.ToProblem(
                $"It weighs {json.Length} bytes, and at most {Moment.BytesMax} are taken; a reset begins anew.");
    }

    internal static async Task<Results<Created<SpaceBody>, ProblemHttpResult>> ImportAsync(
        Moment moment,
        SpaceDirectory spaces,
        MomentMaking moments,
        IServer server,
        CecSimArgs args,
        CancellationToken aborted)
    {
        if (moment.Version != Moment.CurrentVersion)
        {
            return ControlRefusal.MomentBroken.ToProblem($"Its version is {moment.Version}, not 1.");
        }

        if (moment.Steps.Count > SpaceLedger.StepsMax || moment.ResetsCount is < 0 or > MomentMaking.ResetsMax)
        {
            return ControlRefusal.MomentBroken.ToProblem($"It has more than {SpaceLedger.StepsMax} steps or resets.");
        }

        if (MomentMaking.SettingsOf(moment) is not { } settings)
        {
            return ControlRefusal.MomentBroken.ToProblem("Its scenario or its profile is none.");
        }

        if (MomentMaking.WhyNoTime(moment) is { } why)
        {
            return ControlRefusal.MomentBroken.ToProblem(why);
        }

        var (hosted, problem) = SpaceMaking.Add(spaces, moment.Name, settings, MomentMaking.ClockOf(moment));
        if (hosted is null)
        {
            return problem!;
        }

        var isWhole = false;
        try
        {
            if (await moments.PlayAsync(hosted, moment, aborted) is { } difference)
            {
                return ControlRefusal.CannotBeRepeated.ToProblem($"Its steps bring other {difference} than it says.");
            }

            isWhole = true;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or UriFormatException)
        {
            return ControlRefusal.MomentBroken.ToProblem(e.Message);
        }
        finally
        {
            // Whatever ended it, half a space is none.
            if (!isWhole)
            {
                spaces.Remove(hosted.Name);
            }
        }

        return TypedResults.Created(
            $"{ControlGate.Prefix}/spaces/{hosted.Name}", SpaceBody.Of(hosted, ServerUrls.Of(args, server)));
    }
}
