namespace CecSim.Server.Tests.Gateway;

/// <summary>A click-to-call that event 168101 has invited to the gateway.</summary>
internal sealed record InvitedCall(CecClient Client, JsonNode Content)
{
    public string AccessCode => (string)Content["accessCode"]!;

    public string Domain => (string)Content["domain"]!;

    public static async Task<InvitedCall> ConnectAsync(TestCec cec, Space? space = null)
    {
        var client = await cec.SignInAsync(space: space);
        await client.CreateAsync();
        return new InvitedCall(client, JsonNode.Parse((await client.PollAsync()).Body)!["content"]!);
    }

    public Task<BrowserPhone> OpenPhoneAsync() => BrowserPhone.OpenAsync((string)Content["gwAddresses"]![0]!);
}
