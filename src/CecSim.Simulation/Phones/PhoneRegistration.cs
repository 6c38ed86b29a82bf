namespace CecSim.Simulation.Phones;

/// <summary>A phone that has registered, as its REGISTER told it.</summary>
/// <param name="Account">The SIP account.</param>
/// <param name="Contact">The URI where it is to be called.</param>
/// <param name="Transport">What it came by.</param>
/// <param name="From">The address and port that it came from; null where the host does not know it.</param>
/// <param name="UserAgent">What it says it is; null where it says nothing.</param>
public sealed record PhoneRegistration(
    string Account, string Contact, PhoneTransport Transport, string? From, string? UserAgent);

/// <summary>What SIP comes by.</summary>
public enum PhoneTransport
{
    Udp,
    Tcp,
    Tls,
    Ws,
    Wss,
}

/// <summary>A registration as it stood at one moment.</summary>
/// <param name="WorkNo">The agent whose account it is; null where the space has none.</param>
/// <param name="ExpiresAt">In the space's time.</param>
/// <param name="IsReachable">Whether it answers when it is asked; null where it was not.</param>
public sealed record PhoneView(
    PhoneRegistration Phone, int? WorkNo, DateTimeOffset ExpiresAt, bool? IsReachable = null);

/// <summary>A REGISTER for this space that was refused.</summary>
/// <param name="Account">As it was named.</param>
/// <param name="Domain">As it was named.</param>
/// <param name="Why">In a sentence: a wrong password, an unknown account or a foreign domain.</param>
public sealed record RefusedRegistration(
    DateTimeOffset At, string Account, string Domain, PhoneTransport Transport, string? From, string Why);
