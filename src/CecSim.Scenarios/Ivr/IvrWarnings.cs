using CecSim.Simulation.Ivr;

namespace CecSim.Scenarios.Ivr;

/// <summary>What is sound in flows and has no effect, or not the same one everywhere.</summary>
internal static class IvrWarnings
{
    public static void Warn(ScenarioContent content, Node.Map map, ParseContext context)
    {
        if (map.Find("ivr")?.Value is not Node.Map flows)
        {
            return;
        }

        var led = content.Space.Queues
            .SelectMany(q => OverflowShape.Keys(q).Select(o => (o.Overflow as Overflow.TransferToIvr)?.Ivr)
                .Append((q.Queuing as WaitTone.Flow)?.Ivr))
            .Concat(content.Space.CalledRoutes.Select(r => r.Ivr))
            .ToHashSet();
        foreach (var (key, _) in flows.Entries)
        {
            if (!led.Contains(key.Text) && !context.Ids.IsReferredTo(IvrNames.Kind, key.Text))
            {
                context.Warn(key.At, $"nothing leads to the flow '{key.Text}'");
            }
        }

        foreach (var said in SaidIn(flows).Where(s => SpokenText.PhrasesOf(s.Text) is null))
        {
            context.Warn(said.At, "spoken where espeak-ng is installed, and a tone elsewhere: not all of it ships");
        }
    }

    private static IEnumerable<Node.Scalar> SaidIn(Node node) => node switch
    {
        Node.Map map => map.Entries.SelectMany(e =>
            e is { Key.Text: "say", Value: Node.Scalar said } ? [said] : SaidIn(e.Value)),
        Node.List list => list.Items.SelectMany(SaidIn),
        _ => [],
    };
}
