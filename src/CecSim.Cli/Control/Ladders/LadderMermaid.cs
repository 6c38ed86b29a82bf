using System.Text;

namespace CecSim.Cli.Control.Ladders;

/// <summary>A ladder as a sequence diagram of Mermaid.</summary>
internal static class LadderMermaid
{
    public static string Of(CallLadder ladder)
    {
        var text = new StringBuilder("sequenceDiagram\n");
        foreach (var party in CallLadderText.PartiesOf(ladder))
        {
            text.Append($"  participant {EnumWords.Of(party)}\n");
        }

        foreach (var step in ladder.Steps)
        {
            var arrow = step.Protocol is LadderProtocol.Event or LadderProtocol.Media ? "-->>" : "->>";
            var label = Escape(TableWriter.Line(step.Label));
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {EnumWords.Of(step.From)}{arrow}{EnumWords.Of(step.To)}: {label} ({step.AfterMs:0} ms)\n");
        }

        return text.ToString();
    }

    // What ends a line, begins an entity, or would be HTML in the page.
    private static string Escape(string text) => text
        .Replace("#", "#35;", StringComparison.Ordinal)
        .Replace(";", ",", StringComparison.Ordinal)
        .Replace("#35,", "#35;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal);
}
