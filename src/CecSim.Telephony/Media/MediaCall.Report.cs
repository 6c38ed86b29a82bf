namespace CecSim.Telephony.Media;

/// <content>What there is to tell of it.</content>
public sealed partial class MediaCall
{
    /// <summary>Checks come and nothing answers them.</summary>
    internal bool IgnoresChecks => _wishes.Trouble?.IgnoresChecks == true;

    public MediaReport Report()
    {
        lock (_gate)
        {
            return new MediaReport(
                Id,
                _source,
                _transport.Ice.State,
                _transport.Dtls.State,
                _transport.Dtls.Reason,
                _transport.Dtls.Profile,
                _transport.Dtls.FingerprintMatches,
                _description.AddressFor(_transport.Ice.Port?.Local),
                _transport.Ice.RemoteEndPoint,
                _transport.End,
                _transport.Dtls.Rejected,
                _connectedAfter,
                _lines.Report())
            {
                Unclaimed = _lines.Unclaimed,
            };
        }
    }
}
