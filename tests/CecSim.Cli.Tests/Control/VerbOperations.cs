using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CecSim.Cli.Tests.Control;

/// <summary>Which methods of the control client the tool calls, by what its assembly refers to.</summary>
internal static class VerbOperations
{
    /// <returns>As in <c>SpaceControl.ExportAsync</c>.</returns>
    public static IReadOnlySet<string> CalledMethods()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(CecSimCommand).Assembly.Location));
        var metadata = assembly.GetMetadataReader();
        return metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => (Type: metadata.GetTypeReference((TypeReferenceHandle)m.Parent), Member: m))
            .Where(m => metadata.GetString(m.Type.Namespace) == typeof(ControlClient.CecSimControl).Namespace)
            .Select(m => $"{metadata.GetString(m.Type.Name)}.{metadata.GetString(m.Member.Name)}")
            .ToHashSet();
    }
}
