using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WitaLive.Domain.Chambers;

namespace WitaLive.App.Chambers;

internal sealed class SeatConfiguration : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.ToTable("seats");
        seat.HasKey(s => s.Id);
        seat.Property(s => s.Id).ValueGeneratedNever();
        seat.Property(s => s.Section).HasMaxLength(2);
        seat.Property(s => s.Group);
        seat.Property(s => s.Number);
        seat.Property(s => s.Body).HasMaxLength(64);
        seat.Property(s => s.Revision).IsConcurrencyToken();
        seat.HasIndex(s => new { s.Section, s.Group, s.Number }).IsUnique();
        seat.HasMany(s => s.Mandates).WithOne().HasForeignKey(m => m.Seat).OnDelete(DeleteBehavior.Restrict);
        seat.Navigation(s => s.Mandates).HasField("_mandates").AutoInclude();
    }
}

internal sealed class MandateConfiguration : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> mandate)
    {
        mandate.ToTable("mandates");
        mandate.HasKey(m => m.Id);
        mandate.Property(m => m.Id).ValueGeneratedNever();
        mandate.ComplexProperty(m => m.Term, Terms.Map);
        mandate.Property(m => m.Ending).HasConversion<string>().HasMaxLength(16);
        mandate.HasMany(m => m.Suspensions).WithOne().HasForeignKey(s => s.Mandate).OnDelete(DeleteBehavior.Cascade);
        mandate.Navigation(m => m.Suspensions).HasField("_suspensions").AutoInclude();
        mandate.HasOne<Person>().WithMany().HasForeignKey(m => m.Effective).OnDelete(DeleteBehavior.Restrict);
        mandate.HasOne<Person>().WithMany().HasForeignKey(m => m.Substitute).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SuspensionConfiguration : IEntityTypeConfiguration<Suspension>
{
    public void Configure(EntityTypeBuilder<Suspension> suspension)
    {
        suspension.ToTable("suspensions");
        suspension.HasKey(s => new { s.Mandate, s.Number });
        suspension.Property(s => s.Number).ValueGeneratedNever();
        suspension.Property(s => s.From);
        suspension.Property(s => s.Until);
        suspension.Property(s => s.Reason).HasMaxLength(Suspension.LongestReason);
        suspension.HasOne<Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChamberConfiguration : IEntityTypeConfiguration<Chamber>
{
    public void Configure(EntityTypeBuilder<Chamber> chamber)
    {
        chamber.ToTable("chambers");
        chamber.HasKey(c => c.Id);
        chamber.Property(c => c.Id).ValueGeneratedNever();
        chamber.Property(c => c.Formation);
        chamber.Property(c => c.Section).HasMaxLength(2);
        chamber.Property(c => c.AdHocLanguage).HasMaxLength(2);
        chamber.Property(c => c.Number);
        chamber.PrimitiveCollection(c => c.Domains);
        chamber.Ignore(c => c.Seats);
        chamber.HasOne<Person>().WithMany().HasForeignKey(c => c.Chair).OnDelete(DeleteBehavior.Restrict);
        chamber.HasOne<Person>().WithMany().HasForeignKey(c => c.SubstituteChair).OnDelete(DeleteBehavior.Restrict);
        chamber.HasMany(c => c.Places).WithOne().HasForeignKey(p => p.Chamber).OnDelete(DeleteBehavior.Cascade);
        chamber.Navigation(c => c.Places).HasField("_places").AutoInclude();
        chamber.HasMany(c => c.Choices).WithOne().HasForeignKey(c => c.Chamber).OnDelete(DeleteBehavior.Cascade);
        chamber.Navigation(c => c.Choices).HasField("_choices").AutoInclude();
    }
}

internal sealed class ChairChoiceConfiguration : IEntityTypeConfiguration<ChairChoice>
{
    public void Configure(EntityTypeBuilder<ChairChoice> choice)
    {
        choice.ToTable("chair_choices");
        choice.HasKey(c => new { c.Chamber, c.Number }); // of two writers at once, one is first
        choice.Property(c => c.Number).ValueGeneratedNever();
        choice.Property(c => c.Role);
        choice.Property(c => c.On);
        choice.Property(c => c.How).HasConversion<string>().HasMaxLength(32);
        choice.Property(c => c.Until);
        choice.Property(c => c.By);
        choice.Property(c => c.At);
        choice.HasOne<Person>().WithMany().HasForeignKey(c => c.Person).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChamberSeatConfiguration : IEntityTypeConfiguration<ChamberSeat>
{
    public void Configure(EntityTypeBuilder<ChamberSeat> place)
    {
        place.ToTable("chamber_seats");
        place.HasKey(p => new { p.Chamber, p.Seat });
        place.HasOne<Seat>().WithMany().HasForeignKey(p => p.Seat).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfficeConfiguration : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> office)
    {
        office.ToTable("offices");
        office.HasKey(o => o.Id);
        office.Property(o => o.Id).ValueGeneratedNever();
        office.ComplexProperty(o => o.Term, Terms.Map);
        office.HasOne<Person>().WithMany().HasForeignKey(o => o.Person).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class Terms
{
    public static void Map(ComplexPropertyBuilder<Term> term)
    {
        term.Property(t => t.From).HasColumnName("from");
        term.Property(t => t.Until).HasColumnName("until");
    }
}
