using System.Globalization;
using CecSim.Simulation.Findings;

namespace CecSim.Simulation.Tests.Findings;

/// <summary>Bounded, and honest about it.</summary>
public sealed class FindingLogTests
{
    [Fact]
    public void Every_case_counts_and_the_first_and_the_latest_stay()
    {
        var log = new FindingLog();
        for (var i = 1; i <= 100; i++)
        {
            log.Add(FindingKind.BearerMissing, Case(i));
        }

        var found = Assert.Single(log.Read([]));

        Assert.Equal(100, found.Count);
        Assert.Equal(
            [.. Enumerable.Range(1, 10), .. Enumerable.Range(91, 10)],
            found.Cases.Select(c => int.Parse(c.Entry!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_worst_stands_first()
    {
        var log = new FindingLog();
        log.Add(FindingKind.ContentTypeMissing, Case(1));
        log.Add(FindingKind.OverlappingPolls, Case(2));
        log.Add(FindingKind.SecretInQuery, Case(3));

        Assert.Equal(
            [FindingLevel.Error, FindingLevel.Warning, FindingLevel.Info],
            log.Read([]).Select(f => f.Rule.Level));
    }

    [Fact]
    public void What_stands_wrong_only_now_is_told_and_not_kept()
    {
        var log = new FindingLog();

        Assert.Equal(1, Assert.Single(log.Read([(FindingKind.CallLeftAlone, Case(1))])).Count);
        Assert.Empty(log.Read([]));
    }

    [Fact]
    public void Of_what_stands_wrong_only_now_all_are_counted_and_ten_are_told()
    {
        var found = Assert.Single(new FindingLog().Read(
            Enumerable.Range(1, 12).Select(i => (FindingKind.CallLeftAlone, Case(i)))));

        Assert.Equal(12, found.Count);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"{i}"), found.Cases.Select(c => c.Entry));
    }

    [Fact]
    public void After_a_clearing_nothing_was_found()
    {
        var log = new FindingLog();
        log.Add(FindingKind.BearerMissing, Case(1));

        log.Clear();

        Assert.Empty(log.Read([]));
    }

    // Made anew and not read from the list, which a process makes once.
    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_says_what_to_do()
    {
        var rules = Enum.GetValues<FindingKind>().Select(FindingRule.Of).ToList();

        Assert.Equal(FindingRule.All, rules);
        Assert.Distinct(rules.Select(r => r.Code));
        Assert.All(rules, r =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)+$", r.Code);
            Assert.Matches("^(section|chapter|CEC|Fetch|FIDELITY)|[0-9]", r.Section);
            Assert.All([r.Sentence, r.Remediation], text => Assert.EndsWith(".", text, StringComparison.Ordinal));
            Assert.True(r.Claim is null || r.Claim.Contains('/', StringComparison.Ordinal), r.Code);
            Assert.True(r.Document is null or { Length: > 0 }, r.Code);
        });
    }

    private static FindingCase Case(int number) =>
        new(default, number.ToString(CultureInfo.InvariantCulture), null, null);
}
