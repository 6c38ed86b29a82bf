namespace CecSim.Client.Tests;

public sealed class DocumentedExampleTests
{
    private static CancellationToken TestEnds => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("script: [queued, connected, released]", "^Call in queue, call 1790\\d+, Call disconnected$")]
    [InlineData("refuse: outsideHours", "^no call: OutsideWorkingHours, createClickToCall 12 The current time")]
    public async Task The_example_of_the_readme_does_what_it_says(string fate, string told)
    {
        await using var space = await (await CecSimulator.Shared).NewSpaceAsync(
            $"name: x\nabout: x\ncalls: [{{ match: {{}}, {fate} }}]\n", TestEnds);
        using var http = new HttpClient();

        var lines = await DocumentedExample.RunAsync(
            http, space.Address, space.AppKey, space.AppSecret, space.ChannelId, TestEnds);

        Assert.Matches(told, string.Join(", ", lines));
    }

    [Fact]
    public async Task The_page_shows_it_to_the_letter()
    {
        var page = await File.ReadAllTextAsync(Checkout.PathOf("docs", "testing.md"), TestEnds);
        var source = await File.ReadAllTextAsync(
            Checkout.PathOf("tests", "CecSim.Client.Tests", "DocumentedExample.cs"), TestEnds);

        var shown = page.Split("```csharp\n")
            .Single(b => b.StartsWith("var cec = new CecClient(", StringComparison.Ordinal)).Split("```")[0];

        Assert.Contains(Bare(shown), Bare(source), StringComparison.Ordinal);
    }

    private static string Bare(string code) => string.Join('\n', code.Split('\n').Select(l => l.Trim())).Trim();
}
