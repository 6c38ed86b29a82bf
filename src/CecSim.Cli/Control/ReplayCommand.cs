using System.Globalization;

namespace CecSim.Cli.Control;

/// <summary><c>cecsim replay</c>: a second space at an earlier point of a first one.</summary>
internal static class ReplayCommand
{
    private static readonly Option<SpaceReplay?> To = new("--to")
    {
        Description = "After so many commands (requests, acts of the control API), or at a time such as "
            + "2026-01-05T09:00:00Z.",
        HelpName = "N|TIME",
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return new SpaceReplay(Commands: count);
            }

            if (DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                return new SpaceReplay(At: moment);
            }

            result.AddError("--to must be a number of commands, or a time such as 2026-01-05T09:00:00Z.");
            return null;
        },
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "The second space's name; one that is free unless given.",
        HelpName = "NAME",
    };

    public static Command Create() =>
        new Command("replay", "Makes a second space that stands where one stood at an earlier point.") { To, Name }
            .OfSpace()
            .Does(ReplayAsync);

    private static async Task<int> ReplayAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ReplayAsync(run.Value(To)! with { Name = run.Value(Name) }, run.Ends),
        AnswerJson.Contract.SpaceDetails,
        SpacesCommand.TextOf);
}
