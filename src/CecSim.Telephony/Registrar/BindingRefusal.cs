namespace CecSim.Telephony.Registrar;

internal enum BindingRefusal
{
    OutOfOrder,
    TooMany,
}
