namespace CecSim.Cli.Control;

/// <summary><c>cecsim tokens</c>: who has which token, to look at and to end.</summary>
internal static class TokensCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "The token, as in messaging-1." };

    public static Command Create() =>
        new Command("tokens", "Who has which token in a space.")
        {
            new Command("list", "The tokens of its customers, and until when they are good.").Does(ListAsync),
            new Command("expire", "Lets a token expire now.") { Id }.Does(
                (run, space) => EndAsync(run, space.ExpireTokenAsync(run.Value(Id), run.Ends), "Expired")),
            new Command("revoke", "Takes a token back; of a ccmessaging-token as another applyToken does.") { Id }
                .Does((run, space) => EndAsync(run, space.RevokeTokenAsync(run.Value(Id), run.Ends), "Revoked")),
        }
        .OfSpace()
        .Does(ListAsync);

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListTokensAsync(run.Ends),
        AnswerJson.Contract.IReadOnlyListHeldToken,
        tokens => TableWriter.Of(
            ["ID", "KIND", "USER", "CHANNEL", "UNTIL", "STATE"],
            tokens.Select(t => (string?[])
            [
                t.Id,
                EnumWords.Of(t.Kind),
                t.UserId,
                t.ChannelId,
                TableWriter.Time(t.ExpiresAt),
                EnumWords.Of(t.State),
            ]),
            "No customer has a token."));

    private static async Task<int> EndAsync(ControlRun run, Task ending, string what)
    {
        await ending;
        return run.Show(
            new DoneToToken(run.Value(Id)), AnswerJson.Readable.DoneToToken, d => $"{what} {d.Id}.\n");
    }
}
