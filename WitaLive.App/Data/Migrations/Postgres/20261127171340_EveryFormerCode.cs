using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WitaLive.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EveryFormerCode : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "former_codes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_former_codes", x => x.Code);
                });

            migrationBuilder.CreateIndex(
                name: "IX_former_codes_FileId",
                table: "former_codes",
                column: "FileId");

            migrationBuilder.Sql("""INSERT INTO former_codes ("Code", "FileId") SELECT "FormerCode", "FileId" FROM attestations WHERE "FormerCode" <> '' AND "FileId" IS NOT NULL""");

            migrationBuilder.DropIndex(
                name: "IX_attestations_FormerCode",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "FormerCode",
                table: "attestations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormerCode",
                table: "attestations",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_attestations_FormerCode",
                table: "attestations",
                column: "FormerCode");

            // One of them is all that a column takes.
            migrationBuilder.Sql("""UPDATE attestations SET "FormerCode" = (SELECT MAX("Code") FROM former_codes WHERE former_codes."FileId" = attestations."FileId")""");

            migrationBuilder.DropTable(
                name: "former_codes");
        }
    }
}
