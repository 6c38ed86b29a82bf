using CecSim.Control.Contracts;
using CecSim.Server.Gateway;
using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Control.Phones;

/// <summary>The softphones that are registered.</summary>
internal static class PhoneEndpoints
{
    public static void MapPhones(this IEndpointRouteBuilder space) =>
        space.MapGet("/phones", List).WithSummary("List the softphones that are registered, and until when");

    internal static Ok<PhoneList> List(SpaceOfRoute space, CallGateway gateway)
    {
        var workNoByAccount = space.Space.Settings.Agents
            .Where(a => a.SipAccount is not null)
            .ToLookup(a => a.SipAccount!, a => (int?)a.WorkNo);
        return TypedResults.Ok(new PhoneList(
        [
            .. gateway.Sip.Registrar.All()
                .Where(b => b.Domain.Equals(space.Space.Media.Domain, StringComparison.OrdinalIgnoreCase))
                .Reverse()
                .OrderBy(b => b.User, StringComparer.Ordinal)
                .Select(b => ToContract(b, workNoByAccount[b.User].FirstOrDefault())),
        ]));
    }

    private static PhoneDetails ToContract(SipBinding binding, int? workNo) => new(
        binding.User,
        workNo,
        binding.Contact,
        binding.Flow.Transport switch
        {
            SipTransport.Udp => PhoneTransport.Udp,
            SipTransport.Tcp => PhoneTransport.Tcp,
            SipTransport.Ws => PhoneTransport.Ws,
            SipTransport.Wss => PhoneTransport.Wss,
        },
        binding.Flow.Remote?.ToString(),
        binding.ExpiresAt,
        binding.UserAgent);
}
