namespace CecSim.Scenarios.Queues;

/// <summary>
/// Transfers that take no time must end somewhere: a full queue, or one without agents, would pass a contact round for
/// ever. A transfer after the waiting time may come back.
/// </summary>
internal sealed class TransferCycles(IReadOnlyList<(QueueSettings Queue, Node Node)> queues, ParseContext context)
{
    private readonly Dictionary<string, (QueueSettings Queue, Node Node)> _unseen =
        queues.DistinctBy(q => q.Queue.Name).ToDictionary(q => q.Queue.Name);

    private readonly List<string> _path = [];

    public static void Complain(IReadOnlyList<(QueueSettings Queue, Node Node)> queues, ParseContext context)
    {
        var circles = new TransferCycles(queues, context);
        foreach (var (queue, _) in queues)
        {
            circles.Follow(queue.Name);
        }
    }

    private void Follow(string name)
    {
        // Seen before, or nowhere in the file, which is said elsewhere.
        if (!_unseen.Remove(name, out var start) || start.Node is not Node.Map map)
        {
            return;
        }

        _path.Add(name);
        foreach (var (key, overflow) in OverflowShape.Keys(start.Queue).Where(o => o.Key != "onTimeout"))
        {
            // A transfer of a queue to itself is said elsewhere too.
            if (overflow.LeadsTo() is { } next && next != name)
            {
                ComplainIfOnPath(next, OverflowShape.PlaceOf(map, key));
                Follow(next);
            }
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void ComplainIfOnPath(string next, SourceLocation at)
    {
        if (_path.IndexOf(next) is >= 0 and var start)
        {
            context.Report(at, $"transfers go round in a circle: {string.Join(" -> ", _path[start..])} -> {next}");
        }
    }
}
