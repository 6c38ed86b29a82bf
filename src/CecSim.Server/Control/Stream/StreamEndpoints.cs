using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CecSim.Control.Contracts;
using CecSim.Server.Spaces.EventStream;
using Microsoft.Extensions.Hosting;

namespace CecSim.Server.Control.Stream;

/// <summary>What happens in a space, as it happens (server-sent events).</summary>
internal static class StreamEndpoints
{
    private const string EventStream = "text/event-stream";

    public static void MapStream(this IEndpointRouteBuilder space) =>
        space.MapGet("/stream", Follow)
            .WithSummary("Follow what happens in the space, as server-sent events")
            .WithDescription("The schema is that of the data of each event; the event's name says which part it has.")
            .WithMetadata(new EndlessAnswer(EventStream))
            .Refuses(ProblemCode.TooManyFollowers)
            .Produces<StreamEvent>(contentType: EventStream);

    /// <summary>Ends with the space, and with the server.</summary>
    internal static Results<ServerSentEventsResult<StreamEvent>, ProblemHttpResult> Follow(
        HttpContext http, SpaceOfRoute space, IHostApplicationLifetime lifetime)
    {
        if (space.Hosted.Subscribers.Add() is not { } subscriber)
        {
            return ProblemCode.TooManyFollowers.ToProblem(
                $"{Subscribers.CountMax} follow {space.Hosted.Name}; one of them has to leave first.");
        }

        http.Response.RegisterForDispose(subscriber);
        return TypedResults.ServerSentEvents(
            ReadAsync(space.Hosted, subscriber, http.RequestAborted, lifetime.ApplicationStopping));
    }

    private static async IAsyncEnumerable<SseItem<StreamEvent>> ReadAsync(
        HostedSpace space,
        Subscriber subscriber,
        CancellationToken aborted,
        [EnumeratorCancellation] CancellationToken serverEnds)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(aborted, serverEnds);
        yield return StreamItems.Following(space.Name, space.Space.Time.ReadNow());
        await foreach (var item in subscriber.ReadAsync(enough.Token))
        {
            yield return StreamItems.Of(item);
        }
    }
}
