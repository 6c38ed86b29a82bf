namespace CecSim.Cli.Tests.Control;

public sealed class StatisticsTests
{
    [Fact]
    public async Task What_a_space_comes_to_is_told_in_counts()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");

        Assert.Equal(
            """
            now               2026-01-05 09:00:00Z
            requests          2
            held polls        0
            waiting           0
            fault strikes     0
            calls with media  0

            """,
            await cec.MineAsync("statistics"));
    }
}
