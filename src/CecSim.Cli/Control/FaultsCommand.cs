namespace CecSim.Cli.Control;

/// <summary><c>cecsim faults</c>: what goes wrong in a space, to arm and disarm while it runs.</summary>
internal static class FaultsCommand
{
    private static readonly Argument<string> Fault = new("FAULT")
    {
        Description = "As in a scenario, in JSON: {\"at\":\"poll\",\"when\":{\"nth\":2},\"inject\":{\"status\":503}}.",
    };

    private static readonly Argument<long?> Id = new("ID")
    {
        Description = "The fault, by its number.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> All = new("--all")
    {
        Description = "All faults, those of the scenario too; a reset brings these back.",
    };

    public static Command Create()
    {
        Fault.Validators.Add(result =>
        {
            if (!Events.IsJson(result.Tokens[0].Value))
            {
                result.AddError("The fault is no JSON. " + Fault.Description);
            }
        });
        var disarm = new Command("disarm", "Disarms a fault, or all of them.") { Id, All };
        disarm.Validators.Add(result =>
        {
            if (result.GetResult(Id) is { Tokens.Count: > 0 } == result.GetValue(All))
            {
                result.AddError("Name a fault by its ID, or say --all.");
            }
        });
        return new Command("faults", "The faults that are armed in a space.")
        {
            new Command("list", "The faults, in the order in which they are asked.").Does(ListAsync),
            new Command("arm", "Arms a fault.") { Fault }.Does(ArmAsync),
            disarm.Does(DisarmAsync),
        }
        .OfSpace()
        .Does(ListAsync);
    }

    private static async Task<int> ListAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ListFaultsAsync(run.Ends), AnswerJson.Contract.IReadOnlyListArmedFault, TextOf);

    private static async Task<int> ArmAsync(ControlRun run, SpaceControl space) => run.Show(
        await space.ArmFaultAsync(run.Value(Fault), run.Ends), AnswerJson.Contract.ArmedFault, f => TextOf([f]));

    private static async Task<int> DisarmAsync(ControlRun run, SpaceControl space)
    {
        if (run.Value(Id) is not { } id)
        {
            await space.DisarmFaultsAsync(run.Ends);
            return await ListAsync(run, space);
        }

        await space.DisarmFaultAsync(id, run.Ends);
        return run.Show(new DoneToFault(id), AnswerJson.Readable.DoneToFault, d => $"Disarmed {d.Id}.\n");
    }

    private static string TextOf(IReadOnlyList<ArmedFault> faults) => TableWriter.Of(
        ["ID", "AT", "WHEN", "MATCH", "INJECT", "SEEN", "STRIKES"],
        faults.Select(f => (string?[])
        [
            TableWriter.Number(f.Id),
            f.At,
            f.When?.GetRawText() ?? "always",
            f.Match?.GetRawText() ?? "everybody",
            f.Inject.ValueKind == JsonValueKind.String ? f.Inject.GetString() : f.Inject.GetRawText(),
            TableWriter.Number(f.Seen),
            TableWriter.Number(f.Strikes),
        ]),
        "No fault is armed.");
}
