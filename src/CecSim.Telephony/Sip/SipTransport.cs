namespace CecSim.Telephony.Sip;

public enum SipTransport
{
    Udp,
    Tcp,
    Tls,
    Ws,
    Wss,
}
