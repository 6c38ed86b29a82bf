namespace CecSim.RepositoryRules.Tests;

/// <summary>Who may reference whom, so that the pure core stays pure and a client speaks HTTP only.</summary>
internal static class References
{
    /// <summary>A project that is not here has no business in <c>src</c>.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["CecSim.Guarding"] = [],
        ["CecSim.Simulation"] = ["CecSim.Guarding"],
        ["CecSim.Scenarios"] = ["CecSim.Simulation"],
        ["CecSim.Telephony"] = ["CecSim.Guarding"],
        ["CecSim.Web"] = [],
        ["CecSim.Control.Contracts"] = [],
        ["CecSim.Server"] =
        [
            "CecSim.Control.Contracts", "CecSim.Guarding", "CecSim.Simulation", "CecSim.Scenarios", "CecSim.Telephony",
            "CecSim.Web",
        ],
        ["CecSim.Client"] = [],
        ["CecSim.ControlClient"] = ["CecSim.Control.Contracts"],
        ["CecSim.Aspire"] = ["CecSim.ControlClient"],
        ["CecSim.Testing"] = ["CecSim.Server", "CecSim.ControlClient"],
        ["CecSim.Cli"] = ["CecSim.Server", "CecSim.ControlClient", "CecSim.Client", "CecSim.Telephony"],
        ["CecSim.LoadTests"] = ["CecSim.Client", "CecSim.Scenarios", "CecSim.Telephony", "CecSim.Cli", "Floor"],
        ["CecSim.Benchmarks"] = ["CecSim.Simulation"],
        ["Floor"] = [],
    };

    public static IEnumerable<string> NotAllowed(Repository repository) =>
        from project in repository.Files("src", ".csproj").Concat(repository.Files("loadtests", ".csproj"))
        let allowed = Allowed.GetValueOrDefault(NameOf(project)) ?? []
        from reference in XDocument.Parse(repository.Text(project)).Descendants("ProjectReference")
        let target = NameOf(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'))
        where !allowed.Contains(target)
        select $"{project} must not reference {target}";

    public static IEnumerable<string> UnknownProjects(Repository repository) =>
        from project in repository.Files("src", ".csproj").Concat(repository.Files("loadtests", ".csproj"))
        where !Allowed.ContainsKey(NameOf(project))
        select $"{project} is not among the projects of the design";

    public static IEnumerable<string> WithoutTestProject(Repository repository) =>
        from project in repository.Files("src", ".csproj")
        let tests = $"tests/{NameOf(project)}.Tests/{NameOf(project)}.Tests.csproj"
        where !repository.Has(tests)
        select $"{project} has no {tests}";

    public static IEnumerable<string> OutsideSolution(Repository repository)
    {
        var solution = repository.Text("CecSim.slnx").Replace('\\', '/');
        return
            from project in repository.Projects().Where(p => !Layout.IsExample(p))
            where !solution.Contains($"\"{project}\"", StringComparison.Ordinal)
            select $"{project} is not in CecSim.slnx, so nobody builds or runs it";
    }

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project);
}
