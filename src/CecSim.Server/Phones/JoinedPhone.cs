using CecSim.Telephony.Media;

namespace CecSim.Server.Phones;

/// <summary>The phone that a customer's media are joined to at present.</summary>
internal sealed class JoinedPhone : IDisposable
{
    private PhoneLeg? _phone;
    private MediaBridge? _bridge;

    /// <summary>Joins the customer to that phone, and parts it from the one before.</summary>
    /// <param name="isApart">The customer hears music meanwhile, and the phone nothing.</param>
    /// <returns>Whether there is a phone to hear.</returns>
    public bool Join(MediaCall customer, PhoneLeg? phone, bool isApart)
    {
        if (phone != _phone)
        {
            Dispose();
            _phone = phone;
            _bridge = phone?.Media is { } media ? MediaBridge.Join(customer, media) : null;
            _phone?.Customer = customer;
        }

        phone?.Media?.Source = isApart ? MediaSource.Silence : MediaSource.Peer;
        return _bridge is not null;
    }

    public void Dispose()
    {
        _bridge?.Dispose();
        _phone?.Customer = null;
        _phone?.Media?.Source = MediaSource.Silence;
        (_bridge, _phone) = (null, null);
    }
}
