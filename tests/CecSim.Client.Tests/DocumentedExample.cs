namespace CecSim.Client.Tests;

/// <summary>What docs/testing.md shows, to the letter: a test compares the two.</summary>
internal static class DocumentedExample
{
    public static async Task<IReadOnlyList<string>> RunAsync(
        HttpClient http, Uri address, string key, string secret, string channelId, CancellationToken cancellationToken)
    {
        var told = new List<string>();
        void Tell(string text) => told.Add(text);

        var cec = new CecClient(http, new CecClientOptions { Address = address, AppKey = key, AppSecret = secret });
        var ann = cec.Customer(new CecCustomerIdentity { UserId = "u1", UserName = "Ann", ChannelId = channelId });

        switch (await ann.CreateCallAsync(CecMedia.Voice, cancellationToken))
        {
            case CecResult<CecCall>.Refused { Refusal: var refusal }:
                Tell($"no call: {refusal.Meaning}, {refusal}");
                break;
            case CecResult<CecCall>.Success { Value: var call }:
                await foreach (var item in call.EventsAsync(cancellationToken))
                {
                    Tell(item is CecCallEvent.Connected route ? $"call {route.AccessCode}" : $"{item.Description}");
                }

                break;
        }

        return told;
    }
}
