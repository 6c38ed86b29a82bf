using System.CommandLine;
using System.CommandLine.Parsing;
using CecSim.Scenarios;

namespace CecSim.Cli.Control;

/// <summary>Lengths of time as scenarios write them.</summary>
internal static class Durations
{
    public static Argument<TimeSpan> Argument(string name, string description) => new(name)
    {
        Description = $"{description}, as in 250ms, 10s, 10m or 2h.",
        CustomParser = result => Parse(result, name),
    };

    public static Option<TimeSpan?> Option(string name, string description) => new(name)
    {
        Description = $"{description}, as in 250ms, 10s, 10m or 2h.",
        HelpName = "TIME",
        CustomParser = result => Parse(result, name),
    };

    private static TimeSpan Parse(ArgumentResult result, string name)
    {
        if (ScenarioParts.Time(result.Tokens[0].Value) is { } time)
        {
            return time;
        }

        result.AddError($"{name} must be a time such as 250ms, 10s, 10m or 2h, not '{result.Tokens[0].Value}'.");
        return default;
    }
}
