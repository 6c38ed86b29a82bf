namespace CecSim.Server.Gateway;

/// <summary>What the gateway holds at this moment: all zero when nothing goes on.</summary>
/// <param name="SipTransactions">Requests that are not over, in both directions.</param>
/// <param name="MediaCalls">Calls whose media flow, or are expected.</param>
/// <param name="HalfOpenHandshakes">DTLS handshakes under way.</param>
internal sealed record GatewayLoad(
    int SipCalls, int SipTransactions, int SipTimers, int MediaCalls, int HalfOpenHandshakes)
{
    public IReadOnlyDictionary<string, int> ByName => new Dictionary<string, int>
    {
        ["sip.calls"] = SipCalls,
        ["sip.transactions"] = SipTransactions,
        ["sip.timers"] = SipTimers,
        ["media.calls"] = MediaCalls,
        ["media.handshakes"] = HalfOpenHandshakes,
    };

    public static GatewayLoad Of(CallGateway gateway)
    {
        var sip = gateway.Sip.Load;
        var media = gateway.Media?.Counts;
        return new GatewayLoad(
            sip.CallsCount,
            sip.ServerTransactionsCount + sip.ClientTransactionsCount,
            sip.TimersCount,
            media?.Calls ?? 0,
            media?.HalfOpenHandshakes ?? 0);
    }
}
