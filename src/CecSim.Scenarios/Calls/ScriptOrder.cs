using CecSim.Scenarios.Yaml;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Scripts;

namespace CecSim.Scenarios.Calls;

/// <summary>
/// The events of chapter 5, step 4 in an order that their meanings allow: nothing is handed over or disconnected that
/// was neither queued nor connected, and only a call in a queue can have waited there too long.
/// </summary>
internal static class ScriptOrder
{
    /// <summary>The key that lets a script be impossible on purpose, to see what a client makes of it.</summary>
    public const string Anyway = "anyway";

    public static void ComplainOfImpossible(CallRule rule, Node.Map map, Reading reading)
    {
        ComplainOfUnseen(rule.OnDrop, map, reading);
        if (map.Find(Anyway)?.Value is Node.Scalar { Text: "true" } || map.Find("script")?.Value is not Node.List list)
        {
            return;
        }

        ScriptStep? before = null;
        foreach (var (step, node) in rule.Script.Steps.Zip(list.Items))
        {
            if (MissingBefore(step, before) is { } missing)
            {
                reading.Complain(
                    node.At,
                    $"'{WordOf(node)}' cannot come without {missing} before it, " +
                    $"unless '{Anyway}: true' stands beside 'script'");
            }

            before = step is ScriptStep.Queued or ScriptStep.Connected ? step : before;
        }
    }

    /// <param name="before">The last step that queued or connected the call; null when none did.</param>
    private static string? MissingBefore(ScriptStep step, ScriptStep? before) => (step, before) switch
    {
        (ScriptStep.QueueTimeout, not ScriptStep.Queued) => "'queued'",
        (ScriptStep.Transferred or ScriptStep.Released, null) => "'queued' or 'connected'",
        _ => null,
    };

    private static string? WordOf(Node step) => step switch
    {
        Node.Scalar word => word.Text,
        Node.Map { Entries: [var form, ..] } => form.Key.Text,
        _ => null,
    };

    private static void ComplainOfUnseen(Script script, Node.Map map, Reading reading)
    {
        if (map.Find("onDrop")?.Value is not Node.List list)
        {
            return;
        }

        foreach (var (step, node) in script.Steps.Zip(list.Items))
        {
            if (step is ScriptStep.Queued or ScriptStep.Connected or ScriptStep.Transferred)
            {
                reading.Complain(node.At, "never seen: after the drop only the end of the call is told");
            }
        }
    }
}
