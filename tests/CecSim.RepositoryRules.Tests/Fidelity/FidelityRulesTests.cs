using static CecSim.RepositoryRules.Tests.Fidelity.FidelityRules;

namespace CecSim.RepositoryRules.Tests.Fidelity;

/// <summary>Each rule of the statements is broken once, in a repository made for it.</summary>
public sealed class FidelityRulesTests : IDisposable
{
    private const string Statements = "tests/CecSim.RepositoryRules.Tests/Fidelity/Statements/1.yaml";

    private const string Good =
        """
        - chapter: 1 One
          statements:
            - route: '`GET /a`'
              basis: found; Huawei web demo
              tests: [ATests.It_works]
            - route: '`GET /b` or | none'
              basis: inferred
              built: no
            - limit: at most two
              basis: documented; Voice and Video Access, section 2.1

        """;

    private readonly TemporaryFolder _folder = new();

    public FidelityRulesTests()
    {
        Write(Statements, Good);
        Write("src/CecSim.Server/OpenApi/vendor.json", "{\n  \"paths\": {\n    \"/a\": {}\n  }\n}");
        Write("src/CecSim.Server/Problems/NotBuilt.cs", "    [\n        \"/b{name}\",\n    ];");
        Write(
            "tests/A.Tests/ATests.cs",
            """
                [Theory]
                [InlineData("public void")]
                public async Task It_works(string text)
                {
                }

                public void Dispose() { }
            """);
    }

    private Repository Own => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Good_statements_are_told_as_they_are()
    {
        Assert.Empty(Complaints());
        Assert.EndsWith(
            """
            | | shown by a test | no test | not built | all |
            |---|---|---|---|---|
            | [1 One](#1-one) | 1 | 1 | 1 | 3 |
            | **all** | 1 | 1 | 1 | 3 |

            ## 1 One

            | | statement | basis | shown by |
            |---|---|---|---|
            | route | `GET /a` | found; Huawei web demo | [ATests.It_works](tests/A.Tests/ATests.cs) |
            | route | `GET /b` or \| none | inferred | **not built** |
            | limit | at most two | documented; Voice and Video Access, section 2.1 | **no test** |

            """,
            FidelityPage.Of(StatementFiles.Read(Own), new TestMethods(Own)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit: at", "whim: at", "of the kind 'whim'")]
    [InlineData("basis: inferred", "basis: hearsay", "rests on 'hearsay'")]
    [InlineData("at most two", "'`GET /a`'", "stands twice in '1 One'")]
    [InlineData("It_works", "It_never_works", "names the test ATests.It_never_works, which does not exist")]
    [InlineData("ATests.It_works", "ATests.Dispose", "names the test ATests.Dispose, which does not exist")]
    [InlineData("`GET /a`", "`GET /c`", "/a is served, and no statement says so")]
    [InlineData("      built: no\n", "", "/b is not built, and no statement says so")]
    public void A_rule_that_is_broken_is_named(string good, string bad, string complaint)
    {
        Write(Statements, Good.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(complaint, Assert.Single(Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_whose_name_two_projects_have_is_named_with_its_project()
    {
        Write("tests/B.Tests/ATests.cs", Own.Text("tests/A.Tests/ATests.cs"));
        Assert.Contains("put the project before it", Assert.Single(Complaints()), StringComparison.Ordinal);

        Write(Statements, Good.Replace("ATests.It", "B.Tests.ATests.It", StringComparison.Ordinal));

        Assert.Empty(Complaints());
    }

    [Theory]
    [InlineData("built: no", "bulit: no", "unknown key bulit")]
    [InlineData("chapter: 1 One", "title: 1 One", "title")]
    public void What_is_not_written_as_a_statement_is_not_passed_over(string good, string bad, string problem)
    {
        Write(Statements, Good.Replace(good, bad, StringComparison.Ordinal));

        var e = Assert.Throws<InvalidOperationException>(() => StatementFiles.Read(Own));
        Assert.StartsWith(Statements, e.Message, StringComparison.Ordinal);
        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
    }

    private IEnumerable<string> Complaints()
    {
        var chapters = StatementFiles.Read(Own);
        return
        [
            .. StrangeKinds(chapters), .. StrangeBases(chapters), .. SaidTwice(chapters),
            .. TestsThatDoNotExist(chapters, new TestMethods(Own)), .. UnmentionedRoutes(chapters, Own),
            .. HiddenGaps(chapters, Own),
        ];
    }

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.Path, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
