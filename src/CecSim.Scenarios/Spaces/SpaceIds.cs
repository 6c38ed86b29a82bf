namespace CecSim.Scenarios.Spaces;

/// <summary>What a file can refer to although it does not say it: the channels and queues of the demo space.</summary>
internal static class SpaceIds
{
    public static void AssumeDemo(SymbolTable symbols)
    {
        var demo = new SpaceSettings();
        if (!symbols.Declares(ChannelShape.Kind))
        {
            Declare(symbols, demo.Channels.Select(c => (ChannelShape.Kind, c.Id)));
        }

        if (!symbols.Declares(QueueKinds.Any))
        {
            Declare(
                symbols,
                from queue in demo.Queues
                from kind in QueueKinds.Narrower(queue.Type).Prepend(QueueKinds.Any)
                select (kind, queue.Name));
        }
    }

    private static void Declare(SymbolTable symbols, IEnumerable<(string Kind, string Id)> assumed)
    {
        foreach (var (kind, id) in assumed)
        {
            symbols.Declare(kind, id, default);
        }
    }
}
