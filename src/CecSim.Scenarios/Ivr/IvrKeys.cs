using CecSim.Simulation.Ivr;

namespace CecSim.Scenarios.Ivr;

/// <summary>Which answers of a question can be pressed at all.</summary>
internal static partial class IvrKeys
{
    public static void Complain(IvrStep.Gather gather, Node.Map map, ParseContext context)
    {
        if (map.Find("on")?.Value is not Node.Map on)
        {
            return;
        }

        foreach (var (key, _) in on.Entries)
        {
            if (key.Text.Length > gather.MaxDigits)
            {
                context.Report(
                    key.At, $"{Quote.Of(key.Text)} is never pressed: 'maxDigits' is {gather.MaxDigits}");
            }
            else if (gather.Terminator is { } end && key.Text.Contains(end, StringComparison.Ordinal))
            {
                context.Report(key.At, $"{Quote.Of(key.Text)} is never pressed: '{end}' is the terminator");
            }
            else if (on.Entries.TakeWhile(e => e.Key != key).FirstOrDefault(e => Covers(e.Key.Text, key.Text))
                is { } before)
            {
                context.Report(
                    key.At,
                    $"{Quote.Of(key.Text)} is never reached: {Quote.Of(before.Key.Text)} at line " +
                    $"{before.Key.At.Line} covers it");
            }
        }
    }

    private static bool Covers(string pattern, string keys) =>
        pattern.Length == keys.Length && pattern.Zip(keys).All(p => p.First == '?' || p.First == p.Second);

    [GeneratedRegex("^[0-9*#A-D?]+$")]
    public static partial Regex Answer();

    [GeneratedRegex("^[0-9+*#]+$")]
    public static partial Regex Number();
}
