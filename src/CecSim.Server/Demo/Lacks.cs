using CecSim.Simulation.Queues;

namespace CecSim.Server.Demo;

/// <summary>What a space lacks for two people to talk with each other, each at a page of its own.</summary>
internal static class Lacks
{
    public static IEnumerable<string> Of(SpaceSettings space, bool isHttps)
    {
        if (space.GatewayScheme == GatewayScheme.Wss && !isHttps)
        {
            yield return "wss";
        }

        if (space.Calls.Count > 0)
        {
            yield return "scripted";
            yield break;
        }

        if (space.Queues.All(q => q.Type != QueueType.VoiceClickToDial))
        {
            yield return "voiceQueue";
        }

        if (space.Queues.All(q => q.Type != QueueType.VideoClickToDial))
        {
            yield return "videoQueue";
        }

        if (space.Agents.Count == 0 && space.Population is null)
        {
            yield return "agent";
        }
        else if (!space.Agents.Any(a => a is { AccountCode: not null, SipAccount: not null, SipPassword: not null }))
        {
            yield return "account";
        }
    }
}
