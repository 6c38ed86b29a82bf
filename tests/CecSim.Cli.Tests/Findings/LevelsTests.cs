using CecSim.Cli.Findings;
using CecSim.Control.Contracts;

namespace CecSim.Cli.Tests.Findings;

/// <summary>Which findings are bad enough to fail a run.</summary>
public sealed class LevelsTests
{
    [Theory]
    [InlineData(FindingLevel.Info, "info", true)]
    [InlineData(FindingLevel.Info, "warning", false)]
    [InlineData(FindingLevel.Warning, "warning", true)]
    [InlineData(FindingLevel.Error, "warning", true)]
    [InlineData(FindingLevel.Warning, "error", false)]
    [InlineData(FindingLevel.Unknown, "error", true)]
    public void A_level_is_as_bad_as_a_limit_from_that_on_and_an_unknown_one_is_as_bad_as_any(
        FindingLevel level, string limit, bool isAsBad) =>
        Assert.Equal(isAsBad, Levels.IsAsBadAs(level, limit));
}
