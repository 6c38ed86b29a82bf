namespace CecSim.Server.Spaces;

/// <summary>Why a space was not added.</summary>
public enum SpaceRefusal
{
    NameTaken,
    CredentialsTaken,
    TooManySpaces,
    TooManyAgents,
}
