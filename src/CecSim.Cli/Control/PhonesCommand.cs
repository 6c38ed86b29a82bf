namespace CecSim.Cli.Control;

/// <summary><c>cecsim phones</c>: the softphones that are registered in a space, and who was refused.</summary>
internal static class PhonesCommand
{
    public static Command Create() =>
        new Command(
            "phones", "The softphones that are registered, from where and until when, and the last that were refused.")
            .OfSpace()
            .Does(ListAsync);

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListPhonesAsync(run.Ends),
        AnswerJson.Contract.PhoneList,
        list => Registered(list.Phones) + (list.Refused.Count == 0 ? "" : $"\n{Refused(list.Refused)}"));

    private static string Registered(IReadOnlyList<PhoneDetails> phones) =>
        TableWriter.Of(
            ["ACCOUNT", "AGENT", "BY", "FROM", "UNTIL", "CONTACT", "USER AGENT"],
            phones.Select(p => (string?[])
            [
                p.Account,
                TableWriter.Number(p.WorkNo),
                EnumWords.Of(p.Transport),
                p.IsReachable is false ? $"{p.From} (not reachable)" : p.From,
                TableWriter.Time(p.ExpiresAt),
                p.Contact,
                p.UserAgent,
            ]),
            "No softphone is registered.");

    private static string Refused(IReadOnlyList<RefusedPhone> refused) => TableWriter.Of(
        ["REFUSED AT", "ACCOUNT", "DOMAIN", "BY", "FROM", "WHY"],
        refused.Select(r => (string?[])
            [TableWriter.Time(r.At), r.Account, r.Domain, EnumWords.Of(r.Transport), r.From, r.Why]),
        "");
}
