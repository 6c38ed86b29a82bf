namespace CecSim.Cli.Control;

/// <summary>Moments on the command line; without a zone they are in UTC.</summary>
internal static class Times
{
    private const string Form = "2026-01-05T09:00:00Z";

    public static Option<DateTimeOffset?> Option(string name, string description) => new(name)
    {
        Description = $"{description}, as in {Form}.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParse(
                result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return time;
            }

            result.AddError($"{name} must be a time such as {Form}.");
            return null;
        },
    };
}
