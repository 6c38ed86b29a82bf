using CecSim.Client;
using CecSim.Client.Calls;

namespace ClickToDial;

/// <summary>Calls the contact centre for the customers of an application.</summary>
/// <param name="cec">One for the application.</param>
/// <param name="channelId">The channel that CEC's tenant has for it.</param>
public sealed class CallDesk(CecClient cec, string channelId)
{
    /// <summary>Calls, hangs up once an agent is there, and tells what happened, step by step.</summary>
    public async Task<IReadOnlyList<string>> CallAsync(string userId, CancellationToken cancellationToken)
    {
        var customer = cec.Customer(
            new CecCustomerIdentity { UserId = userId, UserName = userId, ChannelId = channelId });
        var created = await customer.CreateCallAsync(CecMedia.Voice, cancellationToken);
        if (created is CecResult<CecCall>.Refused { Refusal: var refusal })
        {
            return [$"refused: {refusal.Meaning}"];
        }

        var call = created.ValueOrThrow();
        var steps = new List<string>();
        await foreach (var happened in call.EventsAsync(cancellationToken))
        {
            steps.Add(happened.GetType().Name);
            if (happened is CecCallEvent.Connected)
            {
                await call.DropAsync(cancellationToken);
            }
        }

        return steps;
    }
}
