namespace CecSim.RepositoryRules.Tests;

/// <summary>A rule that cannot fail is no rule: every one is broken here, in a repository made for it.</summary>
public sealed class BrokenRulesTests : IDisposable
{
    private const string Project = "src/CecSim.Simulation/CecSim.Simulation.csproj";
    private const string Code = "src/CecSim.Simulation/A.cs";

    private static readonly Dictionary<string, Func<Repository, IEnumerable<string>>> Rules =
        new Func<Repository, IEnumerable<string>>[]
        {
            References.NotAllowed, References.UnknownProjects, References.WithoutTestProject,
            References.OutsideSolution, Sizes.TooLong, Sizes.TooWide, Layout.StrangersAtTheTop,
            Layout.FoldersOfAKind, Layout.EditorConfigsThatStandAlone, Packages.VersionsOutsideTheCentralFile,
            Packages.InexactVersions, Packages.UnlockedOrBoundToAHost, BannedCalls.NotForAll,
            BannedCalls.Escapes, BannedText.Found, BannedText.SpinningLoops,
            Readme.UnnamedFaults, Readme.UnnamedScenarios,
        }.ToDictionary(r => r.Method.Name);

    private readonly string _root = Directory.CreateTempSubdirectory("cecsim-rules-").FullName;

    public BrokenRulesTests()
    {
        Write("README.md", "");
        Write("CecSim.sln", $"\"{Project}\" \"tests/CecSim.Simulation.Tests/CecSim.Simulation.Tests.csproj\"");
        Write("Directory.Packages.props", "<Project><PackageVersion Include=\"A\" Version=\"1.2.3-rc.1\" /></Project>");
        Write(
            "Directory.Build.props",
            """
            <Project>
              <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" />
              <AdditionalFiles Include="BannedSymbols.txt" />
              <AdditionalFiles Include="src/BannedSymbols.Guard.txt" />
            </Project>
            """);
        Write(Project, "<Project />");
        Write("tests/CecSim.Simulation.Tests/CecSim.Simulation.Tests.csproj", "<Project />");
        Write(Code, "namespace A;\n");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("NotAllowed", Project, "<Project><ProjectReference Include=\"..\\CecSim.Web.csproj\" /></Project>")]
    [InlineData("UnknownProjects", "src/CecSim.More/CecSim.More.csproj", "<Project />")]
    [InlineData("WithoutTestProject", "src/CecSim.Web/CecSim.Web.csproj", "<Project />")]
    [InlineData("OutsideSolution", "tests/CecSim.Web.Tests/CecSim.Web.Tests.csproj", "<Project />")]
    [InlineData("StrangersAtTheTop", "notes.txt", "")]
    [InlineData("FoldersOfAKind", "src/CecSim.Simulation/helpers/A.cs", "")]
    [InlineData("EditorConfigsThatStandAlone", "src/.editorconfig", "Root = true")]
    [InlineData("VersionsOutsideTheCentralFile", Project, "<Project><PackageReference Version=\"1.0.0\" /></Project>")]
    [InlineData("VersionsOutsideTheCentralFile", "a.props", "<Project><PackageVersion Version=\"1.0.0\" /></Project>")]
    [InlineData("InexactVersions", "Directory.Packages.props", "<Project><PackageVersion Version=\"1.*\"/></Project>")]
    [InlineData("InexactVersions", "Directory.Packages.props", "<Project><PackageVersion Version=\"[1,)\"/></Project>")]
    [InlineData("InexactVersions", "tests/a/package.json", "{\"devDependencies\":{\"a\":\"^1.0.0\"}}")]
    [InlineData("UnlockedOrBoundToAHost", "tests/a/package.json", "{}")]
    [InlineData("UnlockedOrBoundToAHost", "tests/a/package-lock.json", "{\"resolved\":\"http://10.0.0.1/a\"}")]
    [InlineData("NotForAll", "Directory.Build.props", "<Project />")]
    [InlineData("Escapes", Project, "<Project><NoWarn>RS0030</NoWarn></Project>")]
    [InlineData("Escapes", "src/Directory.Build.props", "<Project />")]
    [InlineData("Escapes", ".editorconfig", "dotnet_diagnostic.RS0030.severity = none")]
    [InlineData("Escapes", ".editorconfig", "[src/A.cs]\ndotnet_diagnostic.RS0030.severity = none\n")]
    [InlineData("Found", Code, "_ = WorkAsync();")]
    [InlineData("Found", Code, "WorkAsync().ContinueWith(t => t);")]
    [InlineData("SpinningLoops", "tests/A.cs", "while (F() < 7)\n{\n    await Task.Yield();\n}")]
    [InlineData("UnnamedFaults", "src/CecSim.Simulation/Faults/A.cs", "sealed record Hang(int A,\n int B) : Fault")]
    [InlineData("UnnamedScenarios", "scenarios/a.yaml", "")]
    public void A_file_that_breaks_a_rule_is_found(string rule, string path, string text)
    {
        Assert.Empty(Rules[rule](new Repository(_root)));

        Write(path, text);

        Assert.NotEmpty(Rules[rule](new Repository(_root)));
    }

    [Theory]
    [InlineData("#pragma warning ", "disable CS0001")]
    [InlineData("// TO", "DO later")]
    [InlineData("// FIX", "ME")]
    [InlineData("// HA", "CK")]
    [InlineData("[Fact(Sk", "ip = \"not today\")]")]
    [InlineData("[Fact(Skip", "Unless = nameof(A))]")]
    [InlineData("Assert.", "Skip(\"not today\");")]
    [InlineData("Thread.", "Sleep(wait);")]
    [InlineData("await Task.", "Delay(100);")]
    [InlineData("await Task.", "Delay(TimeSpan.FromSeconds(1), clock);")]
    public void A_banned_word_is_found(string start, string end)
    {
        Write(Code, start + end);

        var found = Assert.Single(BannedText.Found(new Repository(_root)));
        Assert.StartsWith($"{Code}:1 ", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await Task.", "Delay(wait, clock);")]
    [InlineData("lines.", "Skip(1);")]
    [InlineData("if (Skip ", "== 1)")]
    public void An_innocent_word_is_not(string start, string end)
    {
        Write(Code, start + end);

        Assert.Empty(BannedText.Found(new Repository(_root)));
    }

    [Fact]
    public void A_test_waits_for_no_time_at_all()
    {
        Write("tests/A.cs", "await Task." + "Delay(wait, clock);");

        Assert.Single(BannedText.Found(new Repository(_root)));
    }

    [Fact]
    public void A_file_may_be_three_hundred_lines_long_and_no_more()
    {
        Write(Code, string.Concat(Enumerable.Repeat("0\n", 300)));
        Assert.Empty(Sizes.TooLong(new Repository(_root)));

        Write(Code, string.Concat(Enumerable.Repeat("0\n", 301)));
        Assert.Single(Sizes.TooLong(new Repository(_root)));
    }

    [Fact]
    public void A_line_may_be_a_hundred_and_twenty_columns_wide_and_no_more()
    {
        Write(Code, new string('0', 120));
        Assert.Empty(Sizes.TooWide(new Repository(_root)));

        Write(Code, new string('0', 121));
        Assert.Single(Sizes.TooWide(new Repository(_root)));
    }

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_root, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
