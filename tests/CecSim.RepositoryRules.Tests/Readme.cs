using System.Text.RegularExpressions;

namespace CecSim.RepositoryRules.Tests;

/// <summary>What a user can name in a scenario, the README names; and every story has its line.</summary>
internal static partial class Readme
{
    private const string File = "README.md";
    private const string Stories = "scenarios/README.md";

    /// <summary>Faults by the name that a scenario gives them: the type's own, less the word "Answer".</summary>
    public static IEnumerable<string> UnnamedFaults(Repository repository) =>
        from name in Faults(repository)
        where !Names(repository, File, $"`{name}")
        select $"{File} does not name the fault `{name}`";

    public static IEnumerable<string> UnnamedScenarios(Repository repository) =>
        from file in repository.Files("scenarios", ".yaml", ".yml").Select(f => Path.GetFileName(f))
        where !Names(repository, Stories, file)
        select $"{Stories} does not name the scenario {file}";

    public static IEnumerable<string> Faults(Repository repository) =>
        from file in repository.Files("src/CecSim.Simulation/Faults", ".cs")
        from fault in FaultType().Matches(repository.Text(file)).Select(m => m.Groups[1].Value)
        let name = fault.EndsWith("Answer", StringComparison.Ordinal) ? fault[..^"Answer".Length] : fault
        select char.ToLowerInvariant(name[0]) + name[1..];

    private static bool Names(Repository repository, string file, string what) =>
        repository.Has(file) && repository.Text(file).Contains(what, StringComparison.Ordinal);

    // The abstract kinds of fault have no name in a scenario.
    [GeneratedRegex(@"\bsealed\s+(?:record|class)\s+(\w+)[^;{]*?:\s*(?:Request|Event)?Fault\b")]
    private static partial Regex FaultType();
}
