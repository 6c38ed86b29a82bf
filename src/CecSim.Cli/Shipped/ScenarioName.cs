using CecSim.Scenarios.Shipped;

namespace CecSim.Cli.Shipped;

/// <summary>The name of a scenario that is inside of cecsim, as an argument.</summary>
internal static class ScenarioName
{
    public static Argument<string?> Argument(string description)
    {
        var name = new Argument<string?>("NAME") { Description = description, Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add([.. ShippedScenarios.Names]);
        return name;
    }

    /// <summary>What to say of a name that none has.</summary>
    public static string Complaint(string name) => $"{ShippedScenarios.Unknown(name, "no scenario is called so")}";
}
