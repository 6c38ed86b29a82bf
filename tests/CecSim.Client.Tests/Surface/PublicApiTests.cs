namespace CecSim.Client.Tests.Surface;

/// <summary>What others build on changes only when somebody means it to.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public async Task The_public_API_is_the_one_that_was_agreed_on()
    {
        var agreed = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Surface", "PublicApi.txt"), TestContext.Current.CancellationToken);

        var found = PublicApi.Of(typeof(CecClient).Assembly);

        Assert.True(agreed == found, $"Surface/PublicApi.txt must be, if this change is meant:\n{found}");
    }
}
