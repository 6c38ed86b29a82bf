namespace CecSim.Pacts.Tests;

/// <summary>What a consumer does otherwise than agreed, its test is told.</summary>
public sealed class PactTests
{
    [Fact]
    public async Task A_request_that_does_not_come_is_missed()
    {
        using var pact = Agreed();

        var broken = await Assert.ThrowsAsync<PactException>(() => pact.VerifyAsync(_ => Task.CompletedTask));

        Assert.Contains("missing-request", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/another", "request-not-found")]
    [InlineData("/agreed", "x-app-key")]
    public async Task A_request_that_was_not_agreed_on_is_told(string path, string told)
    {
        using var pact = Agreed();

        var broken = await Assert.ThrowsAsync<PactException>(() => pact.VerifyAsync(async address =>
        {
            using var http = new HttpClient { BaseAddress = address };
            await http.GetStringAsync(path, TestContext.Current.CancellationToken);
        }));

        Assert.Contains(told, broken.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(broken.InnerException);
    }

    private static Pact Agreed()
    {
        var pact = PactFiles.OfClient();
        pact.UponReceiving("a request")
            .WithRequest(HttpMethod.Get, "/agreed")
            .WithHeader("x-app-key", Match.Regex("key", "^\\S+$"))
            .WillRespond()
            .WithStatus(200);
        return pact;
    }
}
