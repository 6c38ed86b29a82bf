namespace CecSim.Pacts.Tests.Provider;

/// <summary>A verification that cannot fail proves nothing: pacts that are wrong on purpose.</summary>
public sealed class WrongPactTests
{
    private const string Check = "a question whether the channel takes calls, and it does";
    private const string Queued = "a poll for call events while 'queued' is waiting";

    [Theory]
    [InlineData(Check)]
    [InlineData(Queued)]
    public async Task An_interaction_that_is_not_bent_is_kept(string description)
    {
        var (isKept, report) = await VerifyAsync(description, _ => { });

        Assert.True(isKept, report);
    }

    [Fact]
    public Task A_field_that_CEC_does_not_send_is_missed() =>
        MustFailAsync(Check, i => Content(i)["videoSupported"] = true, "missing the following keys: videoSupported");

    [Fact]
    public Task A_wrong_type_is_found() =>
        MustFailAsync(Check, i => Content(i)["webRTCSupported"] = "true", "$.webRTCSupported");

    [Fact]
    public Task An_eventId_that_is_a_text_is_found() =>
        MustFailAsync(Queued, i => Content(i)["eventId"] = "168102", "$.eventId");

    [Fact]
    public Task Another_status_is_found() =>
        MustFailAsync(Check, i => i["response"]!["status"] = 201, "status code 201");

    [Fact]
    public Task A_state_that_there_is_not_is_found() =>
        MustFailAsync(Check, i => i["providerStates"]![0]!["name"] = "a user is singed in", "a user is singed in");

    private static JsonNode Content(JsonObject interaction) => interaction["response"]!["body"]!["content"]!;

    private static async Task MustFailAsync(string description, Action<JsonObject> bend, string told)
    {
        var (isKept, report) = await VerifyAsync(description, bend);

        Assert.False(isKept, report);
        Assert.Contains(told, report, StringComparison.Ordinal);
    }

    private static async Task<(bool IsKept, string Report)> VerifyAsync(string description, Action<JsonObject> bend)
    {
        await using var cec = await Cec.StartAsync();
        using var single = new SingleInteraction(description, bend);
        return await cec.Verifier().WithFileSource(single.FilePath).VerifyAsync();
    }
}
