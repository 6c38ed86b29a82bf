using CecSim.Simulation.Ivr;

namespace CecSim.Scenarios.Ivr;

/// <summary>
/// Flows, and queues that turn callers away, must not lead into each other without asking the caller anything: the call
/// would go round for ever.
/// </summary>
internal sealed class IvrCircles(ScenarioContent content, ParseContext context)
{
    private readonly HashSet<string> _seen = [];
    private readonly List<string> _path = [];

    public static void Complain(ScenarioContent content, Node.Map map, ParseContext context) =>
        context.AtTheEnd(() =>
        {
            var circles = new IvrCircles(content, context);
            foreach (var name in content.Ivr.Keys)
            {
                circles.FollowFlow(name);
            }
        });

    private void FollowFlow(string name)
    {
        if (!content.Ivr.TryGetValue(name, out var flow) || !_seen.Add(name))
        {
            return;
        }

        _path.Add(name);
        foreach (var step in flow.Steps.TakeWhile(s => s is not IvrStep.Gather).OfType<IvrStep.Leave>())
        {
            switch (step.Exit)
            {
                case IvrExit.ToFlow { Ivr: var next }:
                    Lead(next, step);
                    break;
                case IvrExit.Enqueue { Queue: var queue }:
                    FollowQueue(queue, step, []);
                    break;
            }
        }

        _path.RemoveAt(_path.Count - 1);
    }

    // Whoever waits there may be served; who is turned away is not.
    private void FollowQueue(string name, IvrStep from, HashSet<string> seen)
    {
        if (!seen.Add(name) || content.Space.Queues.FirstOrDefault(q => q.Name == name) is not { } queue)
        {
            return;
        }

        foreach (var overflow in (Overflow[])[queue.OnBusy, queue.OnNoAgents])
        {
            switch (overflow)
            {
                case Overflow.TransferToIvr { Ivr: var next }:
                    Lead(next, from);
                    break;
                case Overflow.Transfer { Queue: var other }:
                    FollowQueue(other, from, seen);
                    break;
            }
        }
    }

    private void Lead(string next, IvrStep from)
    {
        if (_path.IndexOf(next) is >= 0 and var start)
        {
            context.Report(
                context.Shared<IvrPlaces>().Of(from),
                $"flows go round in a circle that asks nothing: {string.Join(" -> ", _path[start..])} -> {next}");
        }

        FollowFlow(next);
    }
}
