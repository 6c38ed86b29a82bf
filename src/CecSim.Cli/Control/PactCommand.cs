namespace CecSim.Cli.Control;

/// <summary><c>cecsim pact</c>: provider states, to list and to set up by hand.</summary>
internal static class PactCommand
{
    private static readonly Argument<string> State = new("STATE")
    {
        Description = "What a pact's given says, as in \"a user is signed in\".",
    };

    private static readonly Option<string[]> Params = new("--param")
    {
        Description = "What the state is given, text or JSON, as in userId=ann; may be given several times.",
        HelpName = "KEY=VALUE",
    };

    public static Command Create()
    {
        Params.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=') < 1))
            {
                result.AddError($"--param must be KEY=VALUE, not '{token.Value}'.");
            }
        });
        return new Command("pact", "The provider states that pacts are verified in.")
        {
            new Command("states", "The states, with what each takes and gives.").Does(ListAsync),
            new Command("set-up", "Makes a state so, and prints the values that it gives, tokens too.")
            {
                State, Params,
            }.Does(SetUpAsync),
            new Command("tear-down", "Undoes a state: its space begins anew, but for its time and its journal.")
            {
                State, Params,
            }.Does(TearDownAsync),
        }
        .OfServer()
        .Does(ListAsync);
    }

    private static async Task<int> ListAsync(ControlRun run) => run.Show(
        await run.Server.Pact.ListStatesAsync(run.Ends), AnswerJson.Contract.ProviderStateList, TextOf);

    private static async Task<int> SetUpAsync(ControlRun run) => run.Show(
        await run.Server.Pact.SetUpAsync(run.Value(State), ParamsOf(run), run.Ends),
        AnswerJson.Readable.JsonObject,
        values => TableWriter.Facts([.. values.Select(v => (v.Key, TextOf(v.Value)))]));

    private static async Task<int> TearDownAsync(ControlRun run)
    {
        var state = run.Value(State);
        await run.Server.Pact.TearDownAsync(state, ParamsOf(run), run.Ends);
        return run.Show(
            new DoneToState(state), AnswerJson.Readable.DoneToState, d => $"Undone: {TableWriter.Line(d.State)}.\n");
    }

    private static JsonObject ParamsOf(ControlRun run)
    {
        var all = new JsonObject();
        foreach (var param in run.Value(Params) ?? [])
        {
            var end = param.IndexOf('=');
            var value = param[(end + 1)..];
            all[param[..end]] = value is ['{' or '[', ..] && Events.IsJson(value) ? JsonNode.Parse(value) : value;
        }

        return all;
    }

    private static string TextOf(ProviderStateList list) =>
        TableWriter.Of(
            ["STATE", "TAKES", "GIVES", "ABOUT"],
            list.States.Select(s => (string?[])
            [
                s.Name, TableWriter.List(s.Params.Select(p => p.Name)), TableWriter.List(s.Values), s.About,
            ]),
            "There is no state.")
        + "\n"
        + TableWriter.Facts(
            ("all take", TableWriter.List(list.CommonParams.Select(p => p.Name))),
            ("all give", TableWriter.List(list.CommonValues)));

    private static string? TextOf(JsonNode? value) =>
        value is JsonValue plain && plain.TryGetValue(out string? text) ? text : value?.ToJsonString();
}
