namespace CecSim.Telephony.Sip;

public enum SipTransport
{
    Udp,
    Tcp,
    Ws,
    Wss,
}
