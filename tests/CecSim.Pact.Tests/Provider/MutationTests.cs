namespace CecSim.Pacts.Tests.Provider;

/// <summary>What a defect in the server would do to its answers turns the pact red.</summary>
public sealed class MutationTests
{
    private const string Queued = "a poll for call events while 'queued' is waiting";

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("\"eventId\":168102", "\"eventId\":\"168102\"", "$.eventId")]
    [InlineData("\"resultDesc\"", "\"resultDescription\"", "missing the following keys: resultDesc")]
    [InlineData("Call in queue", "Call in the queue", "$.resultDesc")]
    public async Task A_body_that_changes_is_found(string? was, string? becomes, string? told)
    {
        await using var cec = await Cec.StartAsync();
        await using var distortion = await Distortion.StartAsync(
            cec.Address, body => was is null ? body : body.Replace(was, becomes, StringComparison.Ordinal));
        using var single = new SingleInteraction(Queued);

        var (isKept, report) = await cec.Verifier(distortion.Address).WithFileSource(single.FilePath).VerifyAsync();

        Assert.True(isKept == told is null, report);
        Assert.Contains(told ?? "", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_is_gone_is_found()
    {
        await using var cec = await Cec.StartAsync();
        await using var distortion = await Distortion.StartAsync(cec.Address, body => body, dropped: "Content-Type");
        using var single = new SingleInteraction(Queued);

        var (isKept, report) = await cec.Verifier(distortion.Address).WithFileSource(single.FilePath).VerifyAsync();

        Assert.False(isKept, report);
        Assert.Contains("Content-Type", report, StringComparison.Ordinal);
    }
}
