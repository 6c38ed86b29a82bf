namespace CecSim.Cli.Control;

/// <summary><c>cecsim spaces</c>: contact centres come, begin anew and go.</summary>
internal static class SpacesCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The space's name." };

    private static readonly Dictionary<string, ResetScope> Scopes = new()
    {
        ["state"] = ResetScope.State,
        ["journal"] = ResetScope.Journal,
        ["faults"] = ResetScope.Faults,
        ["clock"] = ResetScope.Clock,
        ["all"] = ResetScope.All,
    };

    private static readonly Option<string> Scope = new Option<string>("--scope")
    {
        Description = "What begins anew.",
        DefaultValueFactory = _ => "all",
    }.AcceptOnlyFromAmong([.. Scopes.Keys]);

    public static Command Create() =>
        new Command("spaces", "The spaces of a running server.")
        {
            new Command("list", "All spaces, in the order of their creation.").Does(ListAsync),
            new Command("show", "One space, with its credentials.") { Name }.Does(run =>
                ShowAsync(run, run.Server.Space(run.Value(Name)))),
            SpaceCreation.Create(),
            new Command("reset", "Lets a space begin anew, or a part of it.") { Name, Scope }.Does(ResetAsync),
            SpaceMoving.CreateExport(Name),
            SpaceMoving.CreateImport(),
            new Command(
                "scenarios", "The scenarios for create: what the server was started with, then what is shipped.").Does(
                ListScenariosAsync),
            new Command("delete", "Ends a space; its credentials are unknown from then on.") { Name }.Does(DeleteAsync),
        }
        .OfServer()
        .Does(ListAsync);

    internal static string TextOf(SpaceDetails space) => TableWriter.Facts(
        ("name", space.Name),
        ("scenario", space.Scenario),
        ("profile", space.Profile),
        ("seed", space.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("app_key", space.AppKey),
        ("app_secret", space.AppSecret),
        ("channelId", TableWriter.List(space.ChannelIds)),
        ("tenantSpaceId", space.TenantSpaceId),
        ("addresses", TableWriter.List(space.Addresses)),
        ("clock", ClockText.ModeOf(space.Clock)),
        ("now", TableWriter.Time(space.Clock.Now)),
        ("state", space.Why is null ? null : $"{EnumWords.Of(space.State)}: {space.Why}"));

    private static async Task<int> ListAsync(ControlRun run) => run.Show(
        await run.Server.ListSpacesAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListSpaceDetails,
        spaces => TableWriter.Of(
            ["NAME", "SCENARIO", "PROFILE", "SEED", "APP KEY", "CHANNELS", "CLOCK", "NOW"],
            spaces.Select(s => (string?[])
            [
                s.Name,
                s.Scenario,
                s.Profile,
                s.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
                s.AppKey,
                TableWriter.List(s.ChannelIds),
                s.Why is null ? ClockText.ModeOf(s.Clock) : EnumWords.Of(s.State),
                TableWriter.Time(s.Clock.Now),
            ]),
            "The server has no space."));

    private static async Task<int> ListScenariosAsync(ControlRun run) => run.Show(
        await run.Server.ListScenariosAsync(run.Ends),
        AnswerJson.Readable.IReadOnlyListString,
        scenarios => TableWriter.Of(
            ["NAME"],
            scenarios.Select(s => (string?[])[s]),
            "The server was started without a scenario. cecsim spaces create --file FILE takes one of yours."));

    private static async Task<int> ShowAsync(ControlRun run, SpaceControl space) =>
        run.Show(await space.ReadAsync(run.Ends), AnswerJson.Contract.SpaceDetails, TextOf);

    private static async Task<int> ResetAsync(ControlRun run)
    {
        var space = run.Server.Space(run.Value(Name));
        await space.ResetAsync(Scopes[run.Value(Scope)!], run.Ends);
        return await ShowAsync(run, space);
    }

    private static async Task<int> DeleteAsync(ControlRun run)
    {
        var space = run.Server.Space(run.Value(Name));
        await space.DeleteAsync(run.Ends);
        return run.Show(new Done(space.Name), AnswerJson.Readable.Done, d => $"Deleted {d.Name}.\n");
    }
}
