namespace CecSim.Cli.Control;

/// <summary><c>cecsim phones</c>: the softphones that are registered in a space.</summary>
internal static class PhonesCommand
{
    public static Command Create() =>
        new Command("phones", "The softphones that are registered in a space, from where and until when.")
            .OfSpace()
            .Does(ListAsync);

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListPhonesAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListPhoneDetails,
        phones => TableWriter.Of(
            ["ACCOUNT", "AGENT", "BY", "FROM", "UNTIL", "CONTACT", "USER AGENT"],
            phones.Select(p => (string?[])
            [
                p.Account,
                TableWriter.Number(p.WorkNo),
                EnumWords.Of(p.Transport),
                p.From,
                TableWriter.Time(p.ExpiresAt),
                p.Contact,
                p.UserAgent,
            ]),
            "No softphone is registered."));
}
