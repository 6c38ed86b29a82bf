using CecSim.Control.Contracts;
using Domain = CecSim.Simulation.Phones;

namespace CecSim.Server.Control.Phones;

/// <summary>From a space's phones to the words of the control API.</summary>
internal static class PhoneMapping
{
    public static PhoneDetails ToContract(this Domain.PhoneView view) => new(
        view.Phone.Account,
        view.WorkNo,
        view.Phone.Contact,
        view.Phone.Transport.ToContract(),
        view.Phone.From,
        view.ExpiresAt,
        view.Phone.UserAgent)
    {
        IsReachable = view.IsReachable,
    };

    public static RefusedPhone ToContract(this Domain.RefusedRegistration refused) => new(
        refused.At, refused.Account, refused.Domain, refused.Transport.ToContract(), refused.From, refused.Why);

    public static PhoneTransport ToContract(this Domain.PhoneTransport transport) => transport switch
    {
        Domain.PhoneTransport.Udp => PhoneTransport.Udp,
        Domain.PhoneTransport.Tcp => PhoneTransport.Tcp,
        Domain.PhoneTransport.Tls => PhoneTransport.Tls,
        Domain.PhoneTransport.Ws => PhoneTransport.Ws,
        Domain.PhoneTransport.Wss => PhoneTransport.Wss,
    };
}
