using System.Security.Cryptography.X509Certificates;
using CecSim.Telephony.Capture;
using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip.Calls;
using CecSim.Telephony.Sip.Flows;
using CecSim.Telephony.Sip.Subscriptions;
using CecSim.Telephony.Sip.Transactions;

namespace CecSim.Telephony.Sip;

/// <summary>
/// The SIP half of the gateway: takes calls over any number of WebSockets, UDP sockets and TCP connections, and tells
/// <see cref="ISipCalls"/> about them.
/// </summary>
public sealed class SipServer : IAsyncDisposable
{
    private readonly SipServerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly SipCallServices _services;
    private readonly ServerTransactions _servers;
    private readonly SipSubscriptions _subscriptions;
    private readonly List<IAsyncDisposable> _listeners = [];
    private readonly HepSender? _hep;

    /// <param name="calls">The application.</param>
    /// <param name="accounts">The softphones that may register.</param>
    /// <param name="clock">Drives every timer.</param>
    /// <param name="waits">
    /// How long to wait, where the documents say "at random": nothing secret, so that a run may be had again with its
    /// seed. Used by this server alone from now on.
    /// </param>
    /// <param name="guard">Where its timers and loops run.</param>
    /// <param name="settings">Its limits.</param>
    public SipServer(
        ISipCalls calls,
        SipAccounts accounts,
        TimeProvider clock,
        Random waits,
        Guard guard,
        SipServerSettings? settings = null)
    {
        _settings = settings ?? new SipServerSettings();
        _clock = clock;
        var turns = new SipSerialExecutor(clock, guard);
        Tally = new SipCounters(guard);
        _services = new SipCallServices(
            calls,
            turns,
            waits,
            new SipCallTable(_settings.CallsMax),
            new DialogStates(),
            new ClientTransactions(turns, Tally, _settings.TransactionsMax),
            _settings,
            Tally);
        var refusals = new SipRefusals(calls, turns);
        _servers = new ServerTransactions(turns, refusals, _settings.TransactionsMax);
        var gate = new DigestAuthenticator(accounts, turns);
        Registrar = new SipRegistrar(accounts, gate, _services);
        _subscriptions = new SipSubscriptions(_services, accounts, gate);
        var agent = new UserAgentServer(_services, _servers, Registrar, _subscriptions);
        _hep = _settings.Hep is { } server ? new HepSender(server, clock, guard) : null;
        Trace = new SipTrace(clock, _settings.Trace, _hep);
        Reception = new SipReception(_services, _servers, agent, Trace);
    }

    public SipCounters Tally { get; }

    public SipRegistrar Registrar { get; }

    /// <summary>What has passed.</summary>
    public SipTrace Trace { get; }

    internal SipReception Reception { get; }

    public SipLoad Load => _services.Turns.Take(() => new SipLoad(
        _services.Table.Count, _servers.Count, _services.Clients.Count, _services.Turns.TimersCount));

    /// <summary>A WebSocket has been accepted. The host drives what comes back.</summary>
    public SipWebSocketFlow OpenWebSocket(bool isSecure, IPEndPoint? remote, IPEndPoint? local = null) =>
        new(Reception, isSecure, remote, local);

    /// <summary>Calls all contacts of whom it is for, and tells what becomes of it even where there are none.</summary>
    public SipInvitation Invite(
        OutgoingInvite invite, IReadOnlyList<InvitedContact> contacts, ISipInvitationEvents events) =>
        _services.Turns.Take(() =>
        {
            var invitation = new SipInvitation(_services, events);
            invitation.Send(invite, Reception.IsStopped || _services.Table.IsFull ? [] : contacts);
            return invitation;
        });

    /// <summary>Port 0 takes any free port.</summary>
    public SipUdpListener ListenUdp(IPEndPoint address) => Add(
        new SipUdpListener(address, Reception, _clock, _services.Turns.Guard));

    /// <summary>Port 0 takes any free port.</summary>
    public SipTcpListener ListenTcp(IPEndPoint address) =>
        Add(new SipTcpListener(address, Reception, _settings.TcpConnectionsMax, _services.Turns.Guard));

    /// <summary>SIP over TLS. Port 0 takes any free port.</summary>
    /// <param name="certificate">Asked for with each connection; it must not wait long.</param>
    public SipTcpListener ListenTls(IPEndPoint address, Func<X509Certificate2> certificate) => Add(
        new SipTcpListener(
            address, Reception, _settings.TcpConnectionsMax, _services.Turns.Guard, certificate));

    /// <summary>Stops one listener before the others.</summary>
    public async ValueTask CloseAsync(IAsyncDisposable listener)
    {
        _listeners.Remove(listener);
        await listener.DisposeAsync();
    }

    /// <summary>Tells every caller, ends every call, stops listening. WebSockets are the host's.</summary>
    public async ValueTask DisposeAsync()
    {
        _services.Turns.Take(() =>
        {
            Reception.Stop();
            _services.Table.Pending.ToList().ForEach(i => i.Cancel("The server stops"));
            _services.Table.All().ForEach(c => c.Stop());
            _subscriptions.EndAll();
            _services.Clients.EndAll();
            _servers.EndAll();
            Registrar.Clear();
        });
        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync();
        }

        _hep?.Dispose();
    }

    private T Add<T>(T listener)
        where T : IAsyncDisposable
    {
        _listeners.Add(listener);
        return listener;
    }
}
