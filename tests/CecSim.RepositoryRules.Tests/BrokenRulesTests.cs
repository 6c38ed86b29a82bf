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
            BannedCalls.Escapes, BannedText.Found, BannedText.SpinningLoops, PureCores.ThatKnowTheMachine,
            Pages.UnlistedDecisions, Pages.MisshapenDecisions, PageNames.OfNoFile, PageNames.OfNoTest,
            Pages.UnnamedScenarios, Pages.TooLongAtTheFront, Pages.BrokenLinks,
            Pages.MissingInALanguage,
            GuardedPlaces.WithoutThrowingTest,
            GuardedPlaces.ThatAreNotInCode, GuardedPlaces.ThatTheirTestsDoNotAskFor, GuardedPlaces.ThatCannotBeRead,
        }.ToDictionary(r => r.Method.Name);

    private readonly string _root = Directory.CreateTempSubdirectory("cecsim-rules-").FullName;

    public BrokenRulesTests()
    {
        Write("README.md", "");
        Write("CecSim.slnx", $"\"{Project}\" \"tests/CecSim.Simulation.Tests/CecSim.Simulation.Tests.csproj\"");
        Write("Directory.Packages.props", "<Project><PackageVersion Include=\"A\" Version=\"1.2.3-rc.1\" /></Project>");
        Write(
            "Directory.Build.props",
            """
            <Project>
              <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" />
              <AdditionalFiles Include="BannedSymbols.txt" />
              <AdditionalFiles Include="src/BannedSymbols.Guard.txt" />
              <AdditionalFiles Include="tests/BannedSymbols.Tests.txt" />
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
    [InlineData("WithoutThrowingTest", Code, "_guard.CreateTimer(\n    clock, \"far away\", Tick);")]
    [InlineData("WithoutThrowingTest", Code, "RequestBug.Report(http, guard, $\"far '{away}'\", e, null);")]
    [InlineData("WithoutThrowingTest", Code, "string IGuarded.Place => \"far away\";")]
    [InlineData("ThatAreNotInCode", "tests/A.cs", "[ThrowsFrom(\"far away\")] void A() { }")]
    [InlineData("ThatTheirTestsDoNotAskFor", "tests/A.cs", "[ThrowsFrom(\"far {away}\")] void A() { }")]
    [InlineData("ThatCannotBeRead", Code, "Turns.Guard.Start(NameOf(this), () => Done);")]
    [InlineData("Escapes", Project, "<Project><NoWarn>RS0030</NoWarn></Project>")]
    [InlineData("Escapes", "src/Directory.Build.props", "<Project />")]
    [InlineData("Escapes", ".editorconfig", "dotnet_diagnostic.RS0030.severity = none")]
    [InlineData("Escapes", ".editorconfig", "[src/A.cs]\ndotnet_diagnostic.RS0030.severity = none\n")]
    [InlineData("Found", Code, "_ = WorkAsync();")]
    [InlineData("Found", Code, "WorkAsync().ContinueWith(t => t);")]
    [InlineData("SpinningLoops", "tests/A.cs", "while (F() < 7)\n{\n    await Task.Yield();\n}")]
    [InlineData("ThatKnowTheMachine", "src/CecSim.Telephony/WebRtc/A.cs", "RandomNumberGenerator.Fill(bytes);")]
    [InlineData("ThatKnowTheMachine", "src/CecSim.Telephony/Media/A.cs", "var now = TimeProvider.System;")]
    [InlineData("ThatKnowTheMachine", "src/CecSim.Telephony/Calling/Media/A.cs", "clock.CreateTimer(F);")]
    [InlineData("UnnamedScenarios", "scenarios/a.yaml", "")]
    [InlineData("OfNoFile", "docs/a.md", "See `Faults/Gone.cs`.")]
    [InlineData("OfNoTest", "docs/a.md", "`GoneTests.A_fault_is_gone` is red.")]
    [InlineData("UnlistedDecisions", "docs/decisions/0001-a.md", "# A")]
    [InlineData("MisshapenDecisions", "docs/decisions/0001-a.md", "# A\n\n## Context\n\n## Decision")]
    [InlineData("BrokenLinks", "README.md", "[a](docs/a.md)")]
    [InlineData("BrokenLinks", "docs/a.md", "[a](../docs/b.md)")]
    [InlineData("MissingInALanguage", "README.md", "[a](docs/a.md)")]
    [InlineData("MissingInALanguage", "README.zh.md", "[a](docs/a.md)")]
    [InlineData("BrokenLinks", "docs/a.md", "# One\n[a](#two)")]
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
    public void A_file_may_be_three_hundred_lines_long_and_no_more()
    {
        Write(Code, string.Concat(Enumerable.Repeat("0\n", 300)));
        Assert.Empty(Sizes.TooLong(new Repository(_root)));

        Write(Code, string.Concat(Enumerable.Repeat("0\n", 301)));
        Assert.Single(Sizes.TooLong(new Repository(_root)));
    }

    [Fact]
    public void The_readme_may_be_three_hundred_lines_long_and_no_more()
    {
        Write("README.md", string.Concat(Enumerable.Repeat("0\n", 300)));
        Assert.Empty(Pages.TooLongAtTheFront(new Repository(_root)));

        Write("README.md", string.Concat(Enumerable.Repeat("0\n", 301)));
        Assert.Single(Pages.TooLongAtTheFront(new Repository(_root)));
    }

    [Fact]
    public void A_link_to_a_heading_leads_somewhere()
    {
        Write("docs/a.md", "[it](b.md#two-words-and-more) [web](https://example.com/x)\n```js\na[0](nothing)\n```\n");
        Write("docs/b.md", "# One\n\n## Two words, and `more`\n");

        Assert.Empty(Pages.BrokenLinks(new Repository(_root)));
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
