namespace CecSim.Cli.Control;

/// <summary>Lengths of time on the command line, in all forms of <see cref="DurationText"/>.</summary>
internal static class Durations
{
    private const string Forms = "as in 250ms, 10s, 1h30m or PT10M";

    public static Argument<TimeSpan> Argument(string name, string description) => new(name)
    {
        Description = $"{description}, {Forms}.",
        CustomParser = result => Parse(result, name, ScenarioParts.DurationMax),
    };

    public static Option<TimeSpan?> Option(string name, string description) => new(name)
    {
        Description = $"{description}, {Forms}.",
        HelpName = "TIME",
        CustomParser = result => Parse(result, name, ScenarioParts.DurationMax),
    };

    /// <summary>A time that may be a number of seconds as well.</summary>
    public static Option<TimeSpan> Seconds(
        string name, string description, TimeSpan unlessGiven, TimeSpan min, TimeSpan max) => new(name)
        {
            Description = $"{description} Seconds, or a time {Forms}.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => unlessGiven,
            CustomParser = result => ParseSeconds(result, name, min, max),
        };

    /// <summary>The same for what is not done unless a time is given.</summary>
    public static Option<TimeSpan?> Seconds(string name, string description, TimeSpan min, TimeSpan max) => new(name)
    {
        Description = $"{description} Seconds, or a time {Forms}.",
        HelpName = "SECONDS",
        CustomParser = result => ParseSeconds(result, name, min, max),
    };

    private static TimeSpan ParseSeconds(ArgumentResult result, string name, TimeSpan min, TimeSpan max) =>
        ParseSeconds(result) is { } time && time >= min && time <= max
            ? time
            : Refuse(result, string.Create(
                CultureInfo.InvariantCulture, $"{name} must be {min.TotalSeconds} to {max.TotalSeconds}."));

    private static TimeSpan? ParseSeconds(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return DurationText.Parse(isNumber ? $"{text}s" : text, ScenarioParts.DurationMax);
    }

    private static TimeSpan Parse(ArgumentResult result, string name, TimeSpan max) =>
        DurationText.Parse(result.Tokens[0].Value, max)
        ?? Refuse(result, $"{name} must be a time such as 250ms, 10s, 10m or 2h, not '{result.Tokens[0].Value}'.");

    private static TimeSpan Refuse(ArgumentResult result, string why)
    {
        result.AddError(why);
        return default;
    }
}
