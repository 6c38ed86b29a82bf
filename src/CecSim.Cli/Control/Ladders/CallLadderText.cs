using System.Text;

namespace CecSim.Cli.Control.Ladders;

/// <summary>A ladder for terminals: a column for each party that took part, a line for each step.</summary>
internal static class CallLadderText
{
    private const int TimeColumns = 12;
    private const int LaneColumnsMin = 14;
    private const int LaneColumnsMax = 30;

    /// <param name="withMessages">Whether each SIP message stands whole below its line.</param>
    /// <param name="columns">How wide it may be; it is no narrower than short labels want.</param>
    public static string Of(CallLadder ladder, bool withMessages, int columns)
    {
        var parties = PartiesOf(ladder);
        if (parties.Count == 0)
        {
            return string.Concat(
                ladder.Missing.Select(m => $"Missing: {TableWriter.Line(m)}\n").Append("Nothing is known of it.\n"));
        }

        var lane = Math.Clamp((columns - TimeColumns) / parties.Count, LaneColumnsMin, LaneColumnsMax);
        var text = new StringBuilder();
        text.Append("ms".PadLeft(TimeColumns - 2)).Append("  ");
        foreach (var party in parties)
        {
            text.Append(EnumWords.Of(party).PadRight(lane));
        }

        EndLine(text);
        foreach (var step in ladder.Steps)
        {
            var after = string.Create(CultureInfo.InvariantCulture, $"{step.AfterMs:0.0}");
            text.Append(after.PadLeft(TimeColumns - 2)).Append("  ").Append(RungOf(step, parties, lane));
            if (step is { Protocol: not LadderProtocol.Sip, To: not LadderParty.Agent, Detail: { } detail })
            {
                text.Append("  ").Append(TableWriter.Line(detail));
            }

            EndLine(text);
            if (withMessages && step.Message is { } message)
            {
                foreach (var line in message.TrimEnd('\n').Split('\n'))
                {
                    text.Append(' ', TimeColumns).Append(TableWriter.Line(line));
                    EndLine(text);
                }
            }
        }

        foreach (var missing in ladder.Missing)
        {
            text.Append($"Missing: {TableWriter.Line(missing)}\n");
        }

        return text.ToString();
    }

    /// <returns>Those who took part, from the customer to the agent.</returns>
    public static List<LadderParty> PartiesOf(CallLadder ladder) =>
        [.. ladder.Steps.SelectMany(s => (LadderParty[])[s.From, s.To]).Distinct().Order()];

    private static string RungOf(LadderStep step, List<LadderParty> parties, int lane)
    {
        var (from, to) = (parties.IndexOf(step.From), parties.IndexOf(step.To));
        var (left, right) = (Math.Min(from, to) * lane, Math.Max(from, to) * lane);
        var rung = new StringBuilder();
        for (var i = 0; i < parties.Count; i++)
        {
            rung.Append('│').Append(' ', lane - 1);
        }

        // An event comes to the call, and a poll fetches it: nothing passes yet.
        var line = step.Protocol is LadderProtocol.Event or LadderProtocol.Media ? '·' : '─';
        for (var i = left + 1; i < right; i++)
        {
            rung[i] = line;
        }

        rung[from < to ? right - 1 : left + 1] = from < to ? '>' : '<';
        var label = TableWriter.Line(step.Label);
        var room = right - left - 5;
        label = label.Length > room ? label[..(room - 1)] + "…" : label;
        var start = left + 2 + ((room - label.Length) / 2);
        return rung.Remove(start, label.Length + 2).Insert(start, $" {label} ").ToString().TrimEnd();
    }

    private static void EndLine(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }
}
