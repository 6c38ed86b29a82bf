using System.Text.Json.Serialization.Metadata;

namespace CecSim.Server.Exchanges;

/// <content>What other servers are asked for a request.</content>
internal sealed partial class VendorExchange
{
    /// <summary>
    /// Asks a server that is not CecSim. What it says stands in the log: done once more, nobody is asked.
    /// </summary>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, JsonTypeInfo<T> shape)
    {
        if (Replayed is { } replayed)
        {
            return JsonSerializer.Deserialize(await replayed.WhenAnsweredAsync().WaitAsync(Aborted), shape)!;
        }

        Turn?.End();
        var answer = await ask();
        if (LoggedCommand is { } logged)
        {
            if (Space.Commands.Store is not null)
            {
                Turn = await Space.Time.TakeTurnAsync(Aborted);
            }

            Space.Commands.AddAnswer(logged, JsonSerializer.Serialize(answer, shape));
        }

        return answer;
    }
}
