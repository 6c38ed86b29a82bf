using CecSim.Server.Gateway;
using CecSim.Simulation.Phones;
using CecSim.Telephony.Media;

namespace CecSim.Server.Phones;

/// <summary>The phones that a customer's media are joined to at present.</summary>
internal sealed class JoinedPhone : IDisposable
{
    private PhoneLeg? _phone;
    private MediaCall? _heard;
    private IReadOnlyList<ConferencePhone> _others = [];
    private MediaCall? _customer;
    private IDisposable? _join;

    /// <summary>Joins the customer to the phones that are wanted, and parts it from those before.</summary>
    /// <returns>Whether there is a phone to hear.</returns>
    public bool Join(MediaCall customer, DesiredLegState wanted)
    {
        var others = wanted.Others ?? [];
        if (wanted.Phone != _phone || wanted.Phone?.HeardMedia != _heard || !others.SequenceEqual(_others))
        {
            Dispose();
            (_customer, _phone, _heard, _others) = (customer, wanted.Phone, wanted.Phone?.HeardMedia, others);
            _join = JoinAll(customer);
        }

        // Who is on hold hears music (RFC 3264, section 8.4); an agent that holds hears nothing.
        var source = wanted.IsApart ? MediaSource.Silence
            : wanted.IsHeldByCustomer ? MediaSource.Music
            : MediaSource.Peer;
        _phone?.Join(customer, source);
        _phone?.ShowHold(wanted.IsHeldByCustomer);
        foreach (var other in _others)
        {
            ((PhoneLeg)other.Phone).Join(customer, source);
        }

        return _join is not null;
    }

    public void Dispose()
    {
        _join?.Dispose();
        if (_join is not null)
        {
            _phone?.Part(_customer!);
            foreach (var other in _others)
            {
                ((PhoneLeg)other.Phone).Part(_customer!);
            }
        }

        (_join, _phone, _heard, _others) = (null, null, null, []);
    }

    private IDisposable? JoinAll(MediaCall customer)
    {
        List<ConferenceMember> others =
        [
            .. from other in _others
               let media = ((PhoneLeg)other.Phone).Media
               where media is not null
               select new ConferenceMember(media, other.IsHeard),
        ];
        return (_heard, others) switch
        {
            (null, []) => null,
            ({ } agent, []) => MediaBridge.Join(customer, agent),
            (null, _) => MediaConference.Join([new(customer), .. others]),
            ({ } agent, _) => MediaConference.Join([new(customer), new(agent), .. others]),
        };
    }
}
