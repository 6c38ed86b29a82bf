using CecSim.Control.Contracts;
using CecSim.Server.Spaces.EventStream;

namespace CecSim.Server.Control.Stream;

/// <summary>What happens in a space, as it happens (server-sent events).</summary>
internal static class StreamEndpoints
{
    public static void MapStream(this IEndpointRouteBuilder space) =>
        space.MapGet("/stream", Follow)
            .WithSummary("Follow what happens in the space, as server-sent events")
            .WithDescription("The schema is that of the data of each event; the event's name says which part it has.")
            .WithMetadata(new EndlessAnswer(EventStreamResult.ContentType))
            .Refuses(ProblemCode.TooManyFollowers)
            .Produces<StreamEvent>(contentType: EventStreamResult.ContentType);

    /// <summary>Ends with the space, and with the server.</summary>
    internal static Results<EventStreamResult, ProblemHttpResult> Follow(SpaceOfRoute space)
    {
        if (space.Hosted.Subscribers.Add() is not { } subscriber)
        {
            return ProblemCode.TooManyFollowers.ToProblem(
                $"{Subscribers.CountMax} follow {space.Hosted.Name}; one of them has to leave first.");
        }

        return new EventStreamResult(space.Hosted, subscriber);
    }
}
